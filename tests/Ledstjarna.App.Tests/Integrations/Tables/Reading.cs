using System.Text;
using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Tests.Integrations.Tables;

/// <summary>Short words for what every test here does.</summary>
internal static class Reading
{
    public static Table Read(byte[] file, string name, TableLimits? limits = null, string? sheet = null) =>
        TableReader.Read(new MemoryStream(file), name, sheet, limits ?? TableLimits.Default, CancellationToken.None);

    public static Table Csv(string text) => Read(Encoding.UTF8.GetBytes(text), "siffror.csv");

    public static Table Xlsx(Packed workbook, TableLimits? limits = null, string? sheet = null) =>
        Read(workbook.Zip(), "siffror.xlsx", limits, sheet);

    public static TableRefusedException Refused(byte[] file, string name, TableFault fault, TableLimits? limits = null) =>
        Refused(() => Read(file, name, limits), fault);

    public static TableRefusedException Refused(Packed workbook, TableFault fault, TableLimits? limits = null, string? sheet = null) =>
        Refused(() => Xlsx(workbook, limits, sheet), fault);

    public static TableRefusedException RefusedCsv(string text, TableFault fault, TableLimits? limits = null) =>
        Refused(Encoding.UTF8.GetBytes(text), "siffror.csv", fault, limits);

    public static TableRefusedException Refused(Func<Table> read, TableFault fault)
    {
        var refusal = Should.Throw<TableRefusedException>(() => read());
        refusal.Fault.ShouldBe(fault);
        return refusal;
    }

    /// <summary>One line a row: its number, and its cells with a bar between.</summary>
    public static string[] Lines(this Table table) =>
        [.. table.Rows.Select(r => $"{r.Number}: {string.Join('|', Enumerable.Range(0, r.Count).Select(c => r[c]))}")];
}
