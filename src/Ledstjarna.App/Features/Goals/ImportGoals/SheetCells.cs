using System.Globalization;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Features.Goals;

/// <summary>A sheet's cells by what they hold, one row at a time; a cell that cannot be read is refused with a sentence.</summary>
internal sealed class SheetCells
{
    private readonly Table _table;
    private readonly Dictionary<SheetColumn, int> _columns = [];

    public SheetCells(Table table)
    {
        _table = table;
        var headings = table.Rows[0];
        for (var i = 0; i < headings.Count; i++)
        {
            var text = headings[i].Trim();
            var known = SheetColumns.All.Where(c => string.Equals(c.Heading, text, StringComparison.OrdinalIgnoreCase));
            if (known.Select(c => (SheetColumn?)c.Column).FirstOrDefault() is { } column)
            {
                _columns.TryAdd(column, i);
            }
        }
    }

    /// <summary>The row being read; 0 is that of the headings.</summary>
    public int Row { get; set; }

    public int RowCount => _table.Rows.Count;

    public bool Has(SheetColumn column) => _columns.ContainsKey(column);

    /// <summary>The column's place; -1 where there is none.</summary>
    public int PlaceOf(SheetColumn column) => _columns.GetValueOrDefault(column, -1);

    /// <exception cref="SheetRefusedException">A cell that is used computes something: nothing says that it is still true.</exception>
    public void RefuseFormulas()
    {
        if (_columns.Values.FirstOrDefault(c => _table.Rows[Row].IsFormula(c), -1) is >= 0 and var formula)
        {
            throw new SheetRefusedException(formula, "Cellen är en formel. Klistra in den som värde.");
        }
    }

    public SheetError ErrorAt(int column, string sentence) => new(Row, column, Cell(column), sentence);

    public string Text(SheetColumn column) => _columns.TryGetValue(column, out var i) ? _table.Rows[Row][i].Trim() : "";

    public SheetRefusedException Wrong(SheetColumn column, string sentence) =>
        _columns.TryGetValue(column, out var i)
            ? new SheetRefusedException(i, sentence)
            : new SheetRefusedException(
                -1,
                $"{sentence} Kolumnen ”{SheetColumns.All.First(c => c.Column == column).Heading}” saknas i arket."
            );

    public Direction Direction() =>
        Text(SheetColumn.Direction).ToUpperInvariant() switch
        {
            "HÖGRE" or "HÖGRE ÄR BÄTTRE" or "UPP" or "ÖKA" => Ledstjarna.Domain.Assessment.Direction.Higher,
            "LÄGRE" or "LÄGRE ÄR BÄTTRE" or "NED" or "NER" or "MINSKA" => Ledstjarna.Domain.Assessment.Direction.Lower,
            "INOM" or "INOM ETT SPANN" or "MELLAN" => Ledstjarna.Domain.Assessment.Direction.Range,
            _ => throw Wrong(SheetColumn.Direction, "Skriv högre, lägre eller inom, beroende på vad som är bättre."),
        };

    public QualityKind Quality() =>
        Text(SheetColumn.Quality).ToUpperInvariant() switch
        {
            "" or "FAKTISK" => QualityKind.Actual,
            "UPPLEVD" => QualityKind.Perceived,
            _ => throw Wrong(SheetColumn.Quality, "Skriv faktisk eller upplevd."),
        };

    public TargetLevel Level(string text, Direction direction)
    {
        var words = text.Trim().ToLower(Swedish.Culture);
        if (words is "bättre" or "förbättras" or "öka" or "ökar" or "minska" or "minskar")
        {
            return TargetLevel.Improve();
        }

        if (words.StartsWith("mellan ", StringComparison.Ordinal))
        {
            words = words["mellan ".Length..].Replace(" och ", "–", StringComparison.Ordinal);
        }

        if (
            words.Split(['–', '-'], StringSplitOptions.TrimEntries) is [{ Length: > 0 } low, { Length: > 0 } high]
            && Value(low) is { } from
            && Value(high) is { } to
        )
        {
            return TargetLevel.Between(from, to);
        }

        foreach (
            var (word, isLeast) in (ReadOnlySpan<(string, bool)>)
                [("minst", true), ("≥", true), (">=", true), ("högst", false), ("≤", false), ("<=", false)]
        )
        {
            if (words.StartsWith(word, StringComparison.Ordinal) && Value(words[word.Length..]) is { } bound)
            {
                return isLeast ? TargetLevel.AtLeast(bound) : TargetLevel.AtMost(bound);
            }
        }

        return (Value(words), direction) switch
        {
            ({ } least, Ledstjarna.Domain.Assessment.Direction.Higher) => TargetLevel.AtLeast(least),
            ({ } most, Ledstjarna.Domain.Assessment.Direction.Lower) => TargetLevel.AtMost(most),
            _ => throw Wrong(SheetColumn.Target, "Målvärdet går inte att läsa. Skriv minst 65, högst 10, 40–60 eller bättre."),
        };
    }

    public double Weight() => Number(SheetColumn.Weight, "Skriv vikten som ett tal större än noll, till exempel 2.") ?? 1;

    public bool IsKey() =>
        Text(SheetColumn.Key).ToUpperInvariant() switch
        {
            "" or "NEJ" => false,
            "JA" or "X" => true,
            _ => throw Wrong(SheetColumn.Key, "Skriv ja eller nej."),
        };

    public double? Number(SheetColumn column, string otherwise) =>
        FigureText.Parse(Text(column)) switch
        {
            { Kind: FigureKind.Blank } => null,
            { Kind: FigureKind.Value, Value: > 0 and var value } => value,
            _ => throw Wrong(column, otherwise),
        };

    public static SheetColumn ColumnOf(string field) =>
        field switch
        {
            "number" => SheetColumn.Number,
            "unit" or "units" => SheetColumn.Unit,
            "code" => SheetColumn.Code,
            "weight" => SheetColumn.Weight,
            "cadenceMonths" => SheetColumn.Months,
            "kind" or "low" or "high" => SheetColumn.Target,
            "decision" or "paragraph" => SheetColumn.Decision,
            "basedOn" => SheetColumn.BasedOn,
            "source" => SheetColumn.Source,
            "parent" or "level" => SheetColumn.Kind,
            _ => SheetColumn.Name,
        };

    private static double? Value(string text) => FigureText.Parse(text) is { Kind: FigureKind.Value } figure ? figure.Value : null;

    private string Cell(int column) =>
        (column < 0 ? "" : Table.ColumnName(column)) + _table.Rows[Row].Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A cell that cannot be read; only within the reading of a sheet.</summary>
internal sealed class SheetRefusedException(int column, string message) : Exception(message)
{
    public int Column { get; } = column;
}
