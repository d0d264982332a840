using System.Globalization;

namespace Ledstjarna.Documents;

/// <summary>
/// What is handed over: a memo, a list or a report, finished, with no trace of how it was arrived at. The same document gives the same Word
/// file, byte for byte.
/// </summary>
/// <param name="Title">What it is about, in a few words. Also the file's own title, which screen readers say first.</param>
/// <param name="Sender">The organisation or the office that answers for it. Never a person: the file keeps it as its author.</param>
/// <param name="Date">The day it bears. Nothing here asks a clock.</param>
/// <param name="Blocks">All below the title.</param>
public sealed record Document(string Title, string Sender, DateOnly Date, IReadOnlyList<Block> Blocks)
{
    /// <summary>What a screen reader should say when the text needs no title.</summary>
    public string Title { get; } =
        CleanText.Line(Title) is { Length: > 0 } ? Title : throw new ArgumentException("No title.", nameof(Title));

    /// <summary>As in a web page: <c>sv-SE</c>. Spelling and reading aloud go by it.</summary>
    /// <exception cref="CultureNotFoundException">There is no such language.</exception>
    public string Language
    {
        get;
        init => field = CultureInfo.GetCultureInfo(value, predefinedOnly: true).Name;
    } = "sv-SE";

    /// <summary>For the file's properties; not shown.</summary>
    public string? Subject { get; init; }

    /// <summary>Shown on every page: the office first, then such as the diary number.</summary>
    public IReadOnlyList<string> HeaderLines { get; init; } = [];

    /// <summary>The whole line, such as "Till kommunstyrelsen".</summary>
    public string? Recipient { get; init; }
}
