namespace Ledstjarna.Documents;

/// <summary>
/// How a table's width is shared: no column is narrower than its longest word if there is room for that, and the rest goes to those with much text.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>About what a character of table text takes, in twentieths of a point, and the space around a cell's text.</summary>
    private const int Character = 120;
    private const int Padding = 216;

    /// <summary>Words longer than this are broken, and text longer than this gives a column no more.</summary>
    private const int LongestWord = 24;
    private const int LongestText = 100;

    public static IReadOnlyList<int> Of(Table table, int width)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).Select(c => TextsOf(table, c).ToList()).ToList();
        var least = columns.Select((c, i) => (double)Least(c, table.Columns[i].IsNumeric)).ToList();
        var wanted = columns
            .Select((c, i) => Math.Max(least[i], Padding + (Character * Math.Min(c.Max(t => t.Length), LongestText))))
            .ToList();
        var (leastSum, wantedSum) = (least.Sum(), wanted.Sum());
        var shares =
            leastSum >= width ? least.Select(l => l * width / leastSum)
            : wantedSum <= width ? wanted.Select(w => w * width / wantedSum)
            : least.Select((l, i) => l + ((wanted[i] - l) * (width - leastSum) / (wantedSum - leastSum)));
        return [.. shares.Select(s => (int)s)];
    }

    private static int Least(List<string> texts, bool isNumeric)
    {
        // A figure with its unit stays on one line.
        var longest = texts.SelectMany(t => isNumeric ? [t] : t.Split(' ')).Max(w => Math.Min(w.Length, LongestWord));
        return Padding + (Character * Math.Max(longest, 3));
    }

    private static IEnumerable<string> TextsOf(Table table, int column) =>
        table
            .Rows.Select(r => string.Concat(r[column].Runs.Select(n => n.Text)))
            .SelectMany(Lines)
            .Concat(table.Columns[column].Header.Split(' '));

    private static string[] Lines(string text) => CleanText.Lines(text).Split('\n');
}
