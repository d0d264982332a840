using System.IO.Compression;
using System.Text;

namespace Ledstjarna.App.Features.Matters;

/// <summary>What kinds of files a matter takes, told by their content and not only by their name.</summary>
/// <param name="Extension">With the dot, in small letters.</param>
/// <param name="MediaType">As it is served.</param>
internal sealed record DocumentKind(string Extension, string MediaType)
{
    public const int LargestMegabytes = 20;
    public const int Largest = LargestMegabytes * 1024 * 1024;
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <summary>A part that an office document of the kind has to have.</summary>
    private string? Part { get; init; }

    private byte[] Start { get; init; } = [];

    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();

    private static readonly DocumentKind[] All =
    [
        new(".pdf", "application/pdf") { Start = "%PDF-"u8.ToArray() },
        new(".docx", $"{Office}wordprocessingml.document") { Start = Zip, Part = "word/document.xml" },
        new(".xlsx", $"{Office}spreadsheetml.sheet") { Start = Zip, Part = "xl/workbook.xml" },
        new(".pptx", $"{Office}presentationml.presentation") { Start = Zip, Part = "ppt/presentation.xml" },
        new(".odt", "application/vnd.oasis.opendocument.text") { Start = Zip, Part = "content.xml" },
        new(".ods", "application/vnd.oasis.opendocument.spreadsheet") { Start = Zip, Part = "content.xml" },
        new(".odp", "application/vnd.oasis.opendocument.presentation") { Start = Zip, Part = "content.xml" },
        new(".png", "image/png") { Start = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        new(".jpg", "image/jpeg") { Start = [0xFF, 0xD8, 0xFF] },
        new(".jpeg", "image/jpeg") { Start = [0xFF, 0xD8, 0xFF] },
        new(".txt", "text/plain; charset=utf-8"),
        new(".csv", "text/csv; charset=utf-8"),
    ];

    public static string Accepted => string.Join(',', All.Select(k => k.Extension));

    /// <summary>What a file is, or a sentence on why it is not taken.</summary>
    public static (DocumentKind? Kind, string? Problem) Of(string name, byte[] content)
    {
        if (content.Length == 0)
        {
            return (null, "Filen är tom. Kontrollera att du valde rätt fil.");
        }

        if (content.Length > Largest)
        {
            return (null, $"Filen är större än {LargestMegabytes} MB. Dela upp den, eller spara den som pdf.");
        }

        var kind = All.FirstOrDefault(k => name.EndsWith(k.Extension, StringComparison.OrdinalIgnoreCase));
        return kind is null
                ? (
                    null,
                    "Filer av det slaget tas inte emot. Spara den som pdf, eller välj Word, Excel, PowerPoint, OpenDocument, png, jpg, txt eller csv."
                )
            : kind.Fits(content) ? (kind, null)
            : kind.Start.Length == 0
                ? (null, "Texten är inte i UTF-8. Spara om filen: i Excel som ”CSV UTF-8”, i en textredigerare med kodningen UTF-8.")
            : (
                null,
                $"Filen heter {kind.Extension} men innehåller något annat, makron eller är trasig. Öppna den i sitt program och spara den på nytt."
            );
    }

    private bool Fits(byte[] content) =>
        Start.Length == 0 ? IsText(content) : content.AsSpan().StartsWith(Start) && (Part is null || HasPart(content, Part));

    private static bool IsText(byte[] content)
    {
        if (content.AsSpan().Contains((byte)0))
        {
            return false;
        }

        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Only the list of parts is read; nothing is unpacked.</summary>
    private static bool HasPart(byte[] content, string part)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return package.GetEntry(part) is not null
                && !package.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
