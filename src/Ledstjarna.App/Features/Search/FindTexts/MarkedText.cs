using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Features.Search;

/// <summary>A text with the words that were looked for told apart.</summary>
/// <param name="Parts">In order: the words, and whether they were looked for.</param>
public sealed record MarkedText(IReadOnlyList<(string Words, bool IsHit)> Parts)
{
    /// <summary>The words alone.</summary>
    public string Words => string.Concat(Parts.Select(p => p.Words));

    public static MarkedText Plain(string words) => new([(words, false)]);

    /// <summary>Reads the database's marks.</summary>
    public static MarkedText Read(string marked)
    {
        var parts = new List<(string, bool)>();
        foreach (var (piece, n) in marked.Split(SearchTexts.Start).Select((p, n) => (p, n)))
        {
            var stop = n == 0 ? -1 : piece.IndexOf(SearchTexts.Stop, StringComparison.Ordinal);
            Add(piece[..Math.Max(stop, 0)], true);
            Add(piece[(stop + 1)..], false);
        }

        return new(parts);

        void Add(string words, bool isHit)
        {
            if (words.Length > 0)
            {
                parts.Add((words, isHit));
            }
        }
    }
}
