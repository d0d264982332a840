using System.Globalization;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Forms;

public enum FieldKind
{
    Text,

    /// <summary>Markdown over several lines.</summary>
    LongText,

    /// <summary>Several lines shown as they are: words that are quoted.</summary>
    PlainText,

    /// <summary>One value a line.</summary>
    Lines,
    Number,
    WholeNumber,
    Date,
    Choice,

    /// <summary>Any number of the options.</summary>
    Choices,
    YesNo,
    Email,
    Password,

    /// <summary>What the page itself puts in the form, to know on what it was made: neither shown nor told in the log.</summary>
    Hidden,
}

/// <summary>Something to choose.</summary>
/// <param name="Value">As stored.</param>
/// <param name="Text">As people read it.</param>
/// <param name="Group">The heading it stands under. Null: none.</param>
public sealed record Option(string Value, string Text, string? Group = null);

/// <summary>
/// One field of a form: how it is asked for, read and shown. A value is kept as text in one canonical form (numbers with a point, dates as
/// 2022-08-31, yes as "ja", several values a line each), so that two versions can be compared and the log can say what changed.
/// </summary>
public sealed record Field(string Name, string Label, FieldKind Kind = FieldKind.Text)
{
    public const string Yes = "ja";

    public string? Hint { get; init; }

    /// <summary>Stands under "Avancerat".</summary>
    public bool IsAdvanced { get; init; }

    /// <summary>The heading it stands under among those. Null: the first, without one.</summary>
    public string? Section { get; init; }

    public bool IsRequired { get; init; }

    public int MaxLength { get; init; } = 200;

    /// <summary>For choices.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>For the browser's own help with filling in.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Shown but not to be changed here.</summary>
    public bool IsFixed { get; init; }

    /// <summary>What was typed → the canonical text, or a sentence on what is wrong.</summary>
    public (string Value, string? Error) Read(string? typed)
    {
        var text = Kind == FieldKind.Password ? typed ?? "" : (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
        {
            return ("", IsRequired ? $"Fyll i {Inline}." : null);
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return (text.Replace("\0", "", StringComparison.Ordinal), "Texten innehåller tecken som inte går att spara. Skriv om den.");
        }

        return Kind switch
        {
            FieldKind.Number => ReadNumber(text),
            FieldKind.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? (whole.ToString(CultureInfo.InvariantCulture), null)
                : (text, $"Skriv {Inline} som ett heltal, till exempel 4."),
            FieldKind.Date => DateText.TryParse(text, out _)
                ? (text, null)
                : (text, $"Skriv {Inline} som år, månad och dag, till exempel 2026-12-31."),
            FieldKind.Choice => Options.Any(o => o.Value == text)
                ? (text, null)
                : ("", $"Välj {Inline} i listan. Det som var valt finns inte längre."),
            FieldKind.Choices => ReadChoices(text),
            FieldKind.YesNo => (Yes, null),
            FieldKind.Lines => Long(string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))),
            _ => Long(text),
        };
    }

    /// <summary>A canonical text as people read it.</summary>
    public string Show(string value) =>
        value.Length == 0
            ? Kind == FieldKind.YesNo
                ? "Nej"
                : "–"
            : Kind switch
            {
                FieldKind.YesNo => "Ja",
                FieldKind.Choice => TextOf(value),
                FieldKind.Choices => string.Join(", ", value.Split('\n').Select(TextOf)),
                FieldKind.Number => InBox(value),
                FieldKind.Lines => string.Join("; ", value.Split('\n')),
                FieldKind.Password => "••••",
                _ => value,
            };

    /// <summary>A canonical text as it stands in its box.</summary>
    public string InBox(string value) => Kind == FieldKind.Number ? value.Replace('.', ',').Replace('-', '−') : value;

    private string Inline => $"”{Label}”";

    private string TextOf(string value) => Options.FirstOrDefault(o => o.Value == value)?.Text ?? value;

    private (string, string?) Long(string text) =>
        text.Length <= MaxLength
            ? (text, null)
            : (text, $"{Label} får vara högst {Swedish.Number(MaxLength)} tecken. Texten är {Swedish.Number(text.Length)}.");

    private (string, string?) ReadNumber(string text) =>
        FigureText.Parse(text) is { Kind: FigureKind.Value, IsPercent: false, Value: { } number }
            ? (number.ToString("R", CultureInfo.InvariantCulture), null)
            : (text, $"Skriv {Inline} som ett tal, till exempel 12,5.");

    private (string, string?) ReadChoices(string text)
    {
        var chosen = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToHashSet(StringComparer.Ordinal);
        var known = Options.Select(o => o.Value).Where(chosen.Contains).Distinct(StringComparer.Ordinal).ToList();
        return (
            string.Join('\n', known),
            known.Count == chosen.Count ? null : $"Välj bland det som finns i {Inline}. Något av det valda finns inte längre."
        );
    }
}
