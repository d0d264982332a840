namespace Ledstjarna.Documents.Pdf;

/// <summary>What printing may cost, and with what.</summary>
public sealed record PdfOptions
{
    /// <summary>The browser's full path. Null: the first of <c>chromium</c>, <c>chromium-browser</c> and <c>google-chrome</c> on PATH.</summary>
    public string? Chromium { get; init; }

    /// <summary>From when its turn has come. Then the browser is ended.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Browsers at a time; others wait for their turn.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Where each printing has a folder of its own while it lasts.</summary>
    public string Folder { get; init; } = Path.GetTempPath();
}
