using System.IO.Compression;
using System.Net;
using System.Text;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Figures from a file: looked through first, then all of them or none.</summary>
public sealed class FigureImportTests(House house, Server server) : IClassFixture<House>
{
    private const string Address = "/vaggeryd/siffror/fil";

    [Fact]
    public async Task What_is_taken_out_changes_nothing_when_it_is_brought_in_again()
    {
        using var person = await SignInAsync();
        var file = await person.DownloadAsync("/vaggeryd/siffror.csv");
        Encoding.UTF8.GetString(file).ShouldStartWith("\ufeffindikator;period;kön;värde;");
        await person.UploadAsync(Address, "siffror.csv", file);
        var page = await person.FollowAsync();
        page.Text.ShouldContain("Allt i filen står redan så.");
        page.Html.ShouldNotContain("type=\"submit\">Läs in");
    }

    [Fact]
    public async Task A_sheet_with_periods_as_headings_is_read_and_every_cell_is_told()
    {
        using var person = await SignInAsync();
        var page = await PasteAsync(
            person,
            "Titel på arket\nindikator\t2023\t2024\nBROTT\t8000\t\nBISTAND\t2,5\t0\nFINNS\t1\t\nBISTAND\t\tx y\nBROTT\t\t..\n"
        );
        page.Text.ShouldContain("3 siffror går inte att läsa. Inget läses in förrän de är rättade.");
        page.Text.ShouldContain("A5 – FINNS Det finns ingen indikator med den koden eller det namnet.");
        page.Text.ShouldContain("C6 Invånare med ekonomiskt bistånd x y");
        page.Text.ShouldContain("Siffran saknas utan skäl.");
        page.Html.ShouldNotContain("Läs in 3");
        var ready = await PasteAsync(person, "indikator\t2023\t2024\nBROTT\t8000\t..\nBISTAND\t2,5\t0\n", "?skal=Delayed");
        ready.Text.ShouldContain("Läs in 4 siffror");
    }

    [Fact]
    public async Task All_of_it_is_brought_in_once_and_stands_in_the_log()
    {
        using var person = await SignInAsync();
        await PasteAsync(person, "indikator;period;kön;värde;preliminär;anmärkning\nEX-ENSAM;2019;totalt;12,5;ja;\"=cmd(); och <b>\"\n");
        var upload = person.Next!;
        await person.SubmitAsync(upload, ("sett", person.Value("sett")));
        (await person.FollowAsync()).Text.ShouldContain("En siffra är inläst.");
        (
            await server.ReadAsync(
                house.DatabaseName,
                "select value || ' ' || is_preliminary || ' ' || note from observations where period = '2019' and note like '=cmd%'"
            )
        ).ShouldBe(["12.5 true =cmd(); och <b>"]);
        (await person.OpenAsync("/vaggeryd/andringar?slag=siffror")).Text.ShouldContain("läste in en siffra för");
        (await person.OpenAsync(upload)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var safe = Encoding.UTF8.GetString(await person.DownloadAsync("/vaggeryd/siffror.csv?form=kalkylark"));
        safe.ShouldContain("\"'=cmd(); och <b>\"");
        Encoding.UTF8.GetString(await person.DownloadAsync("/vaggeryd/siffror.csv")).ShouldContain("\"=cmd(); och <b>\"");
    }

    [Fact]
    public async Task Columns_that_are_not_recognised_are_matched_once()
    {
        using var person = await SignInAsync();
        await person.OpenAsync(Address);
        await person.SubmitAsync(Address, ("text", "Mått\tTid\tSumma\nBISTAND\t2018\t3\n"));
        await person.FollowAsync();
        var columns = person.Page.Location!;
        (await person.OpenAsync(columns)).Heading.ShouldBe("Vad är kolumnerna?");
        (await person.SubmitAsync(columns, ("kolumn0", "Indicator"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        person.Page.Text.ShouldContain("Välj vilken kolumn som har värdena.");
        await person.SubmitAsync(columns, ("kolumn0", "Indicator"), ("kolumn1", "Period"), ("kolumn2", "Value"));
        (await person.FollowAsync()).Text.ShouldContain("Läs in en siffra");
        (await PasteAsync(person, "Mått\tTid\tSumma\nBISTAND\t2017\t4\n")).Text.ShouldContain("Läs in en siffra");
    }

    [Fact]
    public async Task What_changed_since_it_was_looked_through_is_shown_again()
    {
        using var person = await SignInAsync();
        await PasteAsync(person, "indikator\t2016\nBISTAND\t4\n");
        var (upload, seen) = (person.Next!, person.Value("sett"));
        await PasteAsync(person, "indikator\t2016\nBISTAND\t5\n");
        await person.SubmitAsync(person.Next!, ("sett", person.Value("sett")));
        await person.OpenAsync(upload);
        var page = await person.SubmitAsync(upload, ("sett", seen));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("siffror har ändrats sedan du såg förhandsvisningen");
        page.Text.ShouldContain("Ändras 1");
    }

    [Theory]
    [InlineData("2031", "Perioden ligger för långt fram.")]
    [InlineData("2022-05", "Indikatorn mäts per år.")]
    [InlineData("tjugotvå", "Perioden går inte att läsa.")]
    public async Task A_period_that_cannot_be_is_refused(string period, string sentence)
    {
        using var person = await SignInAsync();
        (await PasteAsync(person, $"indikator\tperiod\tvärde\nBISTAND\t{period}\t3\n")).Text.ShouldContain(sentence);
    }

    [Fact]
    public async Task The_same_figure_twice_in_a_file_is_refused()
    {
        using var person = await SignInAsync();
        (await PasteAsync(person, "indikator\tperiod\tvärde\nBISTAND\t2015\t3\nbistand\t2015\t4\n")).Text.ShouldContain(
            "Samma indikator, period och kön står redan på rad 2."
        );
    }

    public static TheoryData<string, byte[], string> BadFiles =>
        new()
        {
            { "tom.csv", [], "Filen är tom." },
            { "bild.csv", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], "Filen är inte text." },
            { "program.exe", "MZ"u8.ToArray(), "Filen är av ett slag vi inte läser." },
            { "halv.xlsx", "PK\u0003\u0004halv"u8.ToArray(), "avbruten" },
            { "bomb.xlsx", Bomb(), "Filens innehåll stämmer inte" },
            { "gammal.xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "gamla Excelformatet" },
        };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_is_not_what_it_should_be_is_refused_with_a_sentence(string name, byte[] content, string sentence)
    {
        using var person = await SignInAsync();
        var page = await person.UploadAsync(Address, name, content);
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(sentence, Case.Sensitive, page.Text);
    }

    [Fact]
    public async Task Another_persons_file_is_not_there()
    {
        using var person = await SignInAsync();
        await PasteAsync(person, "indikator\t2014\nBISTAND\t4\n");
        using var other = await Person.SignInAsync(house, "Sakkunnig");
        (await other.OpenAsync(person.Next!)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Person> SignInAsync() => OpenedAsync(Person.SignInAsync(house, "Verksamhetsutvecklare"));

    private static async Task<Person> OpenedAsync(Task<Person> signingIn)
    {
        var person = await signingIn;
        await person.OpenAsync(Address);
        return person;
    }

    private static async Task<Page> PasteAsync(Person person, string text, string query = "")
    {
        await person.OpenAsync(Address);
        await person.SubmitAsync(Address, ("text", text));
        return await person.OpenAsync(person.Next! + query);
    }

    private static byte[] Bomb()
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/workbook.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
            {
                entry.Write(zeros);
            }
        }

        return content.ToArray();
    }
}
