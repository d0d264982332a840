namespace Ledstjarna.Documents.Pdf;

/// <summary>Why there is no PDF.</summary>
public enum PdfFault
{
    /// <summary>No browser to print with is installed, or none where the setting says.</summary>
    NoChromium,

    /// <summary>It was not done within the time it may take.</summary>
    TooSlow,

    /// <summary>The browser ended without a whole file.</summary>
    Failed,
}

/// <summary>A document was not made into a PDF.</summary>
/// <param name="fault">Stable: doors translate it to a sentence.</param>
/// <param name="detail">What the browser said, for the log.</param>
/// <param name="inner">For the log.</param>
public sealed class PdfException(PdfFault fault, string? detail = null, Exception? inner = null)
    : Exception($"{fault} {detail}".TrimEnd(), inner)
{
    public PdfFault Fault { get; } = fault;
}
