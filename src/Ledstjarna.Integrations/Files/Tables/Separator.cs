namespace Ledstjarna.Integrations.Files;

/// <summary>Finds out what parts the cells of a text file.</summary>
internal static class Separator
{
    /// <summary>In the order they win when equally good: comma last, for it is a decimal sign too.</summary>
    public const string Candidates = ";\t|,";

    private const int Records = 50;
    private const int Longest = 64 * 1024;

    /// <summary>
    /// The one that most of the first rows have equally many of, quoted cells aside. A comma that never stands but between two digits is a
    /// decimal sign. None found: the first.
    /// </summary>
    public static char Of(ReadOnlySpan<byte> utf8)
    {
        var rows = new List<int[]>();
        var counts = new int[Candidates.Length];
        var (inQuotes, startsCell, commaParts, isBlank) = (false, true, false, true);
        var window = utf8[..Math.Min(utf8.Length, Longest)];
        for (var i = 0; i < window.Length && rows.Count < Records; i++)
        {
            var b = (char)window[i];
            if (b == '"' && (inQuotes || startsCell))
            {
                // A doubled quote closes and at once opens again, for the next byte stands as if it began a cell.
                inQuotes = !inQuotes;
                (startsCell, isBlank) = (true, false);
                continue;
            }

            if (inQuotes)
            {
                continue;
            }

            var candidate = Candidates.IndexOf(b, StringComparison.Ordinal);
            startsCell = candidate >= 0 || b is '\n' or '\r';
            if (candidate >= 0)
            {
                counts[candidate]++;
                commaParts |= b == ',' && !(IsDigit(window, i - 1) && IsDigit(window, i + 1));
            }

            if (b is '\n' or '\r')
            {
                EndRow();
            }
            else
            {
                isBlank = false;
            }
        }

        if (window.Length == utf8.Length)
        {
            EndRow();
        }

        var scores = Enumerable.Range(0, Candidates.Length).Select(c => Candidates[c] == ',' && !commaParts ? 0 : Score(rows, c)).ToList();
        return Candidates[scores.IndexOf(scores.Max())];

        void EndRow()
        {
            if (!isBlank)
            {
                rows.Add(counts);
                counts = new int[Candidates.Length];
                isBlank = true;
            }
        }
    }

    /// <summary>How many rows have the commonest count above none.</summary>
    private static int Score(List<int[]> rows, int candidate) =>
        rows.Where(r => r[candidate] > 0).CountBy(r => r[candidate]).Select(c => c.Value).DefaultIfEmpty().Max();

    private static bool IsDigit(ReadOnlySpan<byte> text, int i) => i >= 0 && i < text.Length && char.IsAsciiDigit((char)text[i]);
}
