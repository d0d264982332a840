using System.Globalization;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>What the catalogue is asked for, as the address says it.</summary>
/// <param name="Q">Words.</param>
/// <param name="Omrade">The operating area.</param>
/// <param name="Mangd">The set's code.</param>
/// <param name="Kon">"ja": only those divided by gender.</param>
/// <param name="Gamla">"ja": those discontinued too.</param>
/// <param name="Sida">The page, from 1.</param>
public sealed record CatalogueQuery(string? Q, string? Omrade, string? Mangd, string? Kon, string? Gamla, string? Sida)
{
    public const int LongestWords = 200;

    private const string Yes = "ja";

    public string Words => NotBlank(Q) ?? "";

    public bool IsTooLong => Words.Length > LongestWords;

    public bool ByGender => Kon == Yes;

    public bool WithDiscontinued => Gamla == Yes;

    public int Page => int.TryParse(Sida, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 10_000) : 1;

    public bool IsFiltered =>
        Words.Length > 0 || NotBlank(Omrade) is not null || NotBlank(Mangd) is not null || ByGender || WithDiscontinued;

    /// <summary>Without what no text in the database can hold.</summary>
    public static string? NotBlank(string? text) =>
        text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } typed ? typed : null;

    /// <summary>The same, another page.</summary>
    public string At(int page) =>
        string.Join(
            '&',
            new (string Name, string? Value)[]
            {
                ("q", NotBlank(Words)),
                ("omrade", NotBlank(Omrade)),
                ("mangd", NotBlank(Mangd)),
                ("kon", ByGender ? Yes : null),
                ("gamla", WithDiscontinued ? Yes : null),
                ("sida", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
            }
                .Where(p => p.Value is not null)
                .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")
        );
}
