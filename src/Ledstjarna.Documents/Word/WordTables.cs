using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>Tables whose headings are marked as such and stand again on each page.</summary>
internal sealed class WordTables(StyleIds styles, WordRuns runs, int textWidth)
{
    public IEnumerable<OpenXmlElement> Of(Table table)
    {
        var caption = CleanText.Line(table.Caption);
        if (caption.Length > 0)
        {
            yield return new W.Paragraph(
                new W.ParagraphProperties(new W.ParagraphStyleId { Val = styles["Caption"] }, new W.KeepNext()),
                WordRuns.Text(caption)
            );
        }

        var widths = ColumnWidths.Of(table, textWidth);
        var element = new W.Table(
            Properties(table, caption),
            new W.TableGrid(widths.Select(w => new W.GridColumn { Width = $"{w}" })),
            Row(table, widths, "TableHead", [.. table.Columns.Select(c => new TableCell(c.Header))], isHeader: true)
        );
        element.Append(table.Rows.Select(r => Row(table, widths, "TableText", r, isHeader: false)));
        yield return element;
    }

    private W.TableProperties Properties(Table table, string caption)
    {
        var properties = new W.TableProperties(
            new W.TableStyle { Val = styles["RuledTable"] },
            new W.TableWidth { Width = "5000", Type = W.TableWidthUnitValues.Pct },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableLook
            {
                Val = table.HasHeaderColumn ? "06A0" : "0620",
                FirstRow = true,
                LastRow = false,
                FirstColumn = table.HasHeaderColumn,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            }
        );
        if (caption.Length > 0)
        {
            properties.AppendChild(new W.TableCaption { Val = caption });
        }

        if (CleanText.Line(table.Description) is { Length: > 0 } description)
        {
            properties.AppendChild(new W.TableDescription { Val = description });
        }

        return properties;
    }

    private W.TableRow Row(Table table, IReadOnlyList<int> widths, string style, IReadOnlyList<TableCell> cells, bool isHeader)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (isHeader)
        {
            properties.AppendChild(new W.TableHeader());
        }

        var row = new W.TableRow(properties);
        row.Append(
            cells.Select(
                (cell, column) =>
                    new W.TableCell(
                        new W.TableCellProperties(new W.TableCellWidth { Width = $"{widths[column]}", Type = W.TableWidthUnitValues.Dxa }),
                        CellText(cell, style, table.Columns[column].IsNumeric, isHeader)
                    )
            )
        );
        return row;
    }

    private W.Paragraph CellText(TableCell cell, string style, bool isNumeric, bool keepWithNext)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = styles[style] });
        if (keepWithNext)
        {
            properties.AppendChild(new W.KeepNext());
        }

        if (isNumeric)
        {
            properties.AppendChild(new W.Justification { Val = W.JustificationValues.Right });
        }

        var paragraph = new W.Paragraph(properties);
        paragraph.Append(runs.Of(cell.Runs));
        return paragraph;
    }
}
