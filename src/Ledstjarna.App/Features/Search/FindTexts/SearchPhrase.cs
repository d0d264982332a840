using System.Text;
using System.Text.RegularExpressions;

namespace Ledstjarna.App.Features.Search;

/// <summary>What someone typed in the search box, made fit to ask with. Takes any text.</summary>
public sealed partial class SearchPhrase
{
    public const int MaximumLength = 200;

    private const int MostWords = 12;
    private const int ShortestCodeInText = 3;

    public SearchPhrase(string? typed)
    {
        var text = Clean(typed ?? "");
        Length = text.Length;
        Text = Length <= MaximumLength ? text : text[..(char.IsHighSurrogate(text[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength)];
        Words = [.. WordForm().Matches(Text.ToLower(Ledstjarna.App.Words.Swedish.Culture)).Select(m => m.Value).Distinct().Take(MostWords)];
        if (Words.Count == 0)
        {
            return;
        }

        var pieces = Zeros()
            .Replace(Text, "§ ")
            .Replace("§", " § ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Code = string.Join("[[:space:]]*", pieces.Select(p => NotPlain().Replace(p, @"\$0")));
        CodeInText = Text.Any(char.IsAsciiDigit) && pieces.Sum(p => p.Length) >= ShortestCodeInText;
    }

    /// <summary>On one line, as composed letters, without what cannot be kept; no longer than may be asked for.</summary>
    public string Text { get; }

    /// <summary>How long the text was before it was cut.</summary>
    public int Length { get; }

    public bool IsEmpty => Length == 0;

    public bool IsTooLong => Length > MaximumLength;

    /// <summary>As the database's own reading of searches takes it.</summary>
    public string Asked => Or().Replace(Text, "or");

    /// <summary>Whether there is anything in it to look for.</summary>
    public bool CanBeAsked => !IsTooLong && Words.Count > 0;

    /// <summary>The words alone, in small letters, each of letters and digits only.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The whole as a regular expression of the database's, for numbers and codes. Null: there are no words.</summary>
    public string? Code { get; }

    /// <summary>Whether it is so like a number or a code that running text is searched for it as it stands.</summary>
    public bool CodeInText { get; }

    private static string Clean(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune == Rune.ReplacementChar;
            kept.Append(isSpace ? " " : rune.ToString());
        }

        return string.Join(' ', kept.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordForm();

    /// <summary>People write § 010 for § 10.</summary>
    [GeneratedRegex("§ ?0*(?=[0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Zeros();

    [GeneratedRegex(@"\beller\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Or();

    [GeneratedRegex(@"[^\p{L}\p{N}§]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotPlain();
}
