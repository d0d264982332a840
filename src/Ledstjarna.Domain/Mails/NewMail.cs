using System.Text;

namespace Ledstjarna.Domain.Mails;

/// <summary>What someone is to be told. Long texts are cut and line breaks in the subject become spaces: a mail never undoes what it tells of.</summary>
public sealed record NewMail
{
    public const int LongestSubject = 200;
    public const int LongestBody = 10_000;
    private const int LongestLink = 1000;

    /// <param name="to">Who.</param>
    /// <param name="key">What makes it the same mail: one with a key that was queued before is not queued again. Names the recipient too.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text. The link is added when it is sent; it need not stand here.</param>
    /// <param name="link">The path of the screen where the person does what the mail asks for: /vaggeryd/siffror.</param>
    /// <exception cref="DomainRuleException">A text is missing.</exception>
    /// <exception cref="ArgumentException">The link is no path within the product.</exception>
    public NewMail(AccountId to, string key, string subject, string body, string link)
    {
        To = to;
        Key = Require.Text(key, "key", 200);
        Subject = Require.Text(Shorten(OneLine(subject), LongestSubject), "subject");
        Body = Require.Text(Shorten(Plain(body), LongestBody), "body", LongestBody);
        Link = IsPath(link) ? link : throw new ArgumentException("must be a path within the product, percent-encoded", nameof(link));
    }

    public AccountId To { get; }

    public string Key { get; }

    public string Subject { get; }

    public string Body { get; }

    public string Link { get; }

    private static string OneLine(string? text) =>
        string.Join(
            ' ',
            string.Concat((text ?? "").Select(c => char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    private static string Plain(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();

    /// <summary>Ends with … when something was left out, and splits no character.</summary>
    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = new StringBuilder(longest);
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > longest - 1)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    private static bool IsPath(string? link) =>
        link is ['/', ..] and not ['/', '/', ..]
        && link.Length <= LongestLink
        && link.All(c => char.IsBetween(c, '!', '~') && c is not ('\\' or '<' or '>' or '"'));
}
