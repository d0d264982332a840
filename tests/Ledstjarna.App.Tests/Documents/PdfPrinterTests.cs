using System.Text;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Pdf;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>
/// What Chromium makes of a document. The file's structure is written plainly in it and can be looked at here; the text itself is packed, and how
/// it looks is for eyes.
/// </summary>
public sealed class PdfPrinterTests(PdfPrinterTests.Printed printed) : IClassFixture<PdfPrinterTests.Printed>
{
    [Fact]
    public void Is_tagged_for_screen_readers()
    {
        printed.Pdf.ShouldContain("/MarkInfo");
        printed.Pdf.ShouldContain("/Marked true");
        printed.Pdf.ShouldContain("/StructTreeRoot");
    }

    [Fact]
    public void Says_its_language() => printed.Pdf.ShouldContain("/Lang (sv-SE)");

    [Fact]
    public void Says_its_title_and_shows_it_instead_of_a_file_name()
    {
        printed.Pdf.ShouldContain($"/Title {Hex("Uppdaterad ambitionsnivå för fullmäktiges mål för hållbar utveckling")}");
        printed.Pdf.ShouldContain("/DisplayDocTitle true");
    }

    [Fact]
    public void Has_an_outline_of_its_headings()
    {
        printed.Pdf.ShouldContain("/Outlines");
        printed.Pdf.ShouldContain($"/Title {Hex("Mätområden")}");
        printed.Pdf.ShouldContain($"/Title {Hex("Sammanfattning av ärendet")}");
    }

    [Fact]
    public void Headings_lists_and_tables_are_told_as_such()
    {
        foreach (var element in new[] { "H1", "H2", "H3", "H4", "H5", "L", "LI", "Table", "TH", "TD", "Caption", "Figure", "Link" })
        {
            printed.Pdf.ShouldContain($"/S /{element}\n", customMessage: element);
        }

        printed.Pdf.ShouldContain("/Scope /Column");
        printed.Pdf.ShouldContain("/Scope /Row");
    }

    [Fact]
    public void A_picture_has_its_words() =>
        printed.Pdf.ShouldContain($"/Alt {Hex("Andelen trygga ökade från 71 till 78 procent mellan 2018 och 2022.")}");

    [Fact]
    public void Is_on_A4_in_as_many_pages_as_it_takes()
    {
        printed.Pdf.ShouldContain("/MediaBox [0 0 594.95996 841.91998]");
        printed.Pdf.ShouldContain("/Count 3");
    }

    [Fact]
    public async Task Any_text_can_be_printed()
    {
        using var printer = new PdfPrinter(new PdfOptions());
        var pdf = await printer.PrintAsync(Samples.AllHostile(), TestContext.Current.CancellationToken);
        Encoding.Latin1.GetString(pdf).ShouldContain("/StructTreeRoot");
    }

    [Fact]
    public void Leaves_nothing_behind() => Directory.EnumerateFileSystemEntries(printed.Folder).ShouldBeEmpty();

    /// <summary>As the file writes text that is more than ASCII.</summary>
    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>The memo, printed once.</summary>
    public sealed class Printed : IAsyncLifetime
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("ledstjarna-test-").FullName;

        /// <summary>Each byte as a character.</summary>
        public string Pdf { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            using var printer = new PdfPrinter(new PdfOptions { Folder = Folder });
            Pdf = Encoding.Latin1.GetString(await printer.PrintAsync(Samples.Memo(), TestContext.Current.CancellationToken));
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
