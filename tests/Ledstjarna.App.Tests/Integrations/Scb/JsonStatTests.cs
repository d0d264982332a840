using System.Text;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Integrations.Scb;

namespace Ledstjarna.App.Tests.Integrations.Scb;

/// <summary>Tables in every form that the standard allows.</summary>
public sealed class JsonStatTests
{
    private const string Dimensions = """
        "version":"2.0","class":"dataset","label":"Folkmängd","source":"SCB","updated":"2026-02-21T07:00:00Z",
        "role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]},
        "id":["Region","Kon","ContentsCode","Tid"],"size":[2,2,1,2],
        "dimension":{
          "Region":{"label":"region","category":{"index":{"0680":1,"0665":0},"label":{"0665":"Vaggeryd","0680":"Jönköping"}},"extension":{"elimination":true}},
          "Kon":{"label":"kön","category":{"index":["1","2"],"label":{"1":"män","2":"kvinnor"}}},
          "ContentsCode":{"label":"tabellinnehåll","category":{"label":{"BE0101N1":"Folkmängd"}}},
          "Tid":{"label":"år","category":{"index":{"2024":0,"2025":1}}}}
        """;

    private static readonly string[] Expected =
    [
        "0665 1 BE0101N1 2024 = 7100",
        "0665 1 BE0101N1 2025 = –..",
        "0665 2 BE0101N1 2024 = 7000",
        "0665 2 BE0101N1 2025 = 0",
        "0680 1 BE0101N1 2024 = 71000",
        "0680 1 BE0101N1 2025 = –",
        "0680 2 BE0101N1 2024 = 72000,5r",
        "0680 2 BE0101N1 2025 = 73000",
    ];

    [Theory]
    [InlineData(
        """
            "value":[7100,null,7000,0,71000,null,72000.5,73000],"status":{"1":"..","6":"r"}
            """
    )]
    [InlineData(
        """
            "value":{"0":7100,"2":7000,"3":0,"4":71000,"6":72000.5,"7":73000},"status":["","..","","","","","r",""]
            """
    )]
    public void Values_are_read_dense_and_sparse_as_objects_and_lists(string values)
    {
        var table = Read($"{{{Dimensions},{values}}}");
        table
            .Cells.Select(c => $"{string.Join(' ', c.Codes)} = {(c.Value is { } v ? v.ToString(Words.Swedish) : "–")}{c.Status}")
            .ShouldBe(Expected);
        table
            .Dimensions.Select(d => (d.Code, d.Label, d.IsTime, d.IsPlace, d.CanBeLeftOut))
            .ShouldBe([
                ("Region", "region", false, true, true),
                ("Kon", "kön", false, false, false),
                ("ContentsCode", "tabellinnehåll", false, false, false),
                ("Tid", "år", true, false, false),
            ]);
        table.Dimensions[0].Values.ShouldBe([("0665", "Vaggeryd"), ("0680", "Jönköping")]);
        (table.Label, table.Source).ShouldBe(("Folkmängd", "SCB"));
    }

    [Fact]
    public void Metadata_has_dimensions_and_no_cells() => Read($"{{{Dimensions},\"value\":null}}").Cells.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"class":"collection"}""")]
    [InlineData("""{"id":["A"],"size":[2],"dimension":{"A":{"category":{"index":["1"]}}},"value":[1,2]}""")]
    [InlineData("""{"id":["A"],"size":[2],"dimension":{"A":{"category":{"index":["1","1"]}}},"value":[1,2]}""")]
    [InlineData("""{"id":["A"],"size":[2],"dimension":{"A":{"category":{"index":{"1":0,"2":7}}}},"value":[1,2]}""")]
    [InlineData("""{"id":["A"],"size":[2],"dimension":{"A":{"category":{"index":["1","2"]}}},"value":[1]}""")]
    [InlineData("""{"id":["A"],"size":[2],"dimension":{"A":{"category":{"index":["1","2"]}}},"value":{"9":1}}""")]
    [InlineData("""{"id":["A"],"size":[2],"dimension":{"A":{"category":{"index":["1","2"]}}},"value":["x",1]}""")]
    [InlineData("""{"id":["A"],"size":[2],"dimension":{"A":{}},"value":[1,2]}""")]
    [InlineData("""{"id":["A","B"],"size":[2000000000,2000000000],"dimension":{"A":{},"B":{}},"value":[1]}""")]
    [InlineData("""{"id":["A"],"size":[-1],"dimension":{"A":{}},"value":[]}""")]
    public void What_is_no_table_is_refused_and_named(string json)
    {
        var fault = Should.Throw<SourceException>(() => Read(json));
        (fault.Fault, fault.Address).ShouldBe((SourceFault.Unreadable, "svar"));
    }

    private static JsonStat Read(string json) => JsonStat.Read(Encoding.UTF8.GetBytes(json), "svar");

    private static class Words
    {
        public static readonly System.Globalization.CultureInfo Swedish = new("sv-SE");
    }
}
