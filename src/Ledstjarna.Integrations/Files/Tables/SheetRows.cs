using System.Globalization;

namespace Ledstjarna.Integrations.Files;

/// <summary>Reads the rows of one sheet. A workbook that contradicts itself about where a cell stands is refused.</summary>
internal sealed class SheetRows(PackedXml xml, TableBuilder table, TableLimits limits, List<string> sharedTexts, SheetNumbers numbers)
{
    /// <summary>Areas that one formula fills: only their first cell carries it.</summary>
    private readonly List<CellArea> _filled = [];

    private readonly ColumnTexts _texts = new();

    public void Read()
    {
        var row = 0;
        foreach (var element in xml.Children())
        {
            foreach (var child in element == "sheetData" ? xml.Children() : [])
            {
                if (child == "row")
                {
                    row = ReadRow(previous: row);
                }
            }
        }

        xml.Finish();
    }

    private int ReadRow(int previous)
    {
        var row = previous + 1;
        if (
            xml["r"] is { } stated && !int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out row)
            || row <= previous
            || row > CellReference.LastRow
        )
        {
            throw new TableRefusedException(TableFault.Damaged, previous + 1);
        }

        _filled.RemoveAll(a => a.Last.Row < row);
        table.StartRow(row);
        var column = -1;
        foreach (var element in xml.Children())
        {
            if (element == "c")
            {
                column = ReadCell(row, previous: column);
            }
        }

        table.EndRow();
        return row;
    }

    private int ReadCell(int row, int previous)
    {
        var column = previous + 1;
        if (xml["r"] is { } stated)
        {
            column =
                CellReference.Parse(stated) is { } place && place.Row == row && place.Column > previous
                    ? place.Column
                    : throw table.Refused(TableFault.Damaged, column);
        }

        var (kind, style, value, formula) = (xml["t"] ?? "n", xml["s"] ?? "0", "", (string?)null);
        foreach (var element in xml.Children())
        {
            switch (element)
            {
                case "v":
                    value = xml.Text(SheetText.LongestWritten(limits));
                    break;
                case "is":
                    value = SharedTexts.RichText(xml, limits);
                    break;
                case "f":
                    if (CellArea.Parse(xml["ref"]) is { } area && xml["t"] is "array" or "dataTable")
                    {
                        _filled.Add(area);
                    }

                    formula = xml.Text(limits.CellLength);
                    break;
            }
        }

        if (formula is not null || _filled.Exists(a => a.Contains(column, row)))
        {
            table.Add(column, "=" + formula, isFormula: true);
        }
        else if (value.Length > 0)
        {
            var text = Text(kind, value, style) ?? throw table.Refused(TableFault.Damaged, column);
            table.Add(column, kind is "s" ? text : _texts.Same(column, text));
        }

        return column;
    }

    /// <returns>Null: the cell contradicts itself.</returns>
    private string? Text(string kind, string value, string style) =>
        kind switch
        {
            "n" => int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? numbers.Text(value, s) : null,
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sharedTexts.Count
                ? sharedTexts[i]
                : null,
            "inlineStr" or "e" => value,
            "str" => SheetText.Decode(value),
            "b" => PackedXml.IsTrue(value) ? "SANT" : "FALSKT",
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? SheetNumbers.Day(day) : null,
            _ => null,
        };
}
