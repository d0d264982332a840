namespace Ledstjarna.Integrations.Files;

/// <summary>Gives the same string for the same text in a column, so that a hundred thousand rows do not keep a hundred thousand copies.</summary>
internal sealed class ColumnTexts
{
    /// <summary>A column with more texts than this repeats few of them.</summary>
    private const int Most = 4096;

    private readonly List<HashSet<string>> _columns = [];

    public string Same(int column, string text)
    {
        while (_columns.Count <= column)
        {
            _columns.Add(new HashSet<string>(StringComparer.Ordinal));
        }

        var known = _columns[column];
        if (known.TryGetValue(text, out var same))
        {
            return same;
        }

        if (known.Count < Most)
        {
            known.Add(text);
        }

        return text;
    }
}
