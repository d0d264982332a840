namespace Ledstjarna.Documents.Pdf;

/// <summary>A folder of its own for one printing, only for us, and gone afterwards.</summary>
internal sealed class PrintFolder : IDisposable
{
    private const int Attempts = 10;

    public PrintFolder(string parent)
    {
        Root = Path.Combine(parent, "ledstjarna-pdf-" + Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Root);
        }
        else
        {
            Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Root { get; }

    public string Page => Path.Combine(Root, "page.html");

    public string Pdf => Path.Combine(Root, "page.pdf");

    public string Profile => Path.Combine(Root, "profile");

    /// <summary>A browser that was ended may still be writing its last for a moment.</summary>
    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Root); attempt++)
        {
            try
            {
                Directory.Delete(Root, recursive: true);
            }
            catch (Exception e) when (attempt < Attempts && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(20 * attempt);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return; // a file left in the temporary folder is no reason to withhold the PDF
            }
        }
    }
}
