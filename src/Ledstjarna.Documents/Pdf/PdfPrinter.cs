using System.Text;

namespace Ledstjarna.Documents.Pdf;

/// <summary>
/// A document as a PDF that screen readers can follow (tagged, with outline, title and language), printed by Debian's Chromium. One for the whole
/// process: it sees to that not too many are printed at once. The file says when it was printed, so two are never quite the same.
/// </summary>
public sealed class PdfPrinter(PdfOptions options) : IDisposable
{
    public const string MediaType = "application/pdf";

    private readonly SemaphoreSlim _turns = new(options.AtOnce, options.AtOnce);

    /// <exception cref="PdfException">There is none; the fault says why.</exception>
    public async Task<byte[]> PrintAsync(Document document, CancellationToken cancellation)
    {
        var browser = ChromiumPath.Find(options.Chromium) ?? throw new PdfException(PdfFault.NoChromium, options.Chromium);
        var page = PrintPage.Of(document);
        await _turns.WaitAsync(cancellation);
        try
        {
            using var folder = new PrintFolder(options.Folder);
            await File.WriteAllTextAsync(folder.Page, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
            var said = await ChromiumRun.PrintAsync(browser, folder, options.TimeLimit, cancellation);
            return await ReadAsync(folder.Pdf, said, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>The browser may say that all is well without it being so.</summary>
    private static async Task<byte[]> ReadAsync(string path, string said, CancellationToken cancellation)
    {
        var pdf = File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : [];
        var isWhole = pdf.AsSpan().StartsWith("%PDF-"u8) && pdf.AsSpan(Math.Max(0, pdf.Length - 32)).IndexOf("%%EOF"u8) >= 0;
        return isWhole ? pdf : throw new PdfException(PdfFault.Failed, said);
    }
}
