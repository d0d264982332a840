using Ledstjarna.App.Recording;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Figures;

/// <summary>A grid as it was sent in: what was typed, cell by cell, and what could not be read.</summary>
public sealed record GridForm(
    IReadOnlyDictionary<string, string> Typed,
    IReadOnlyDictionary<string, string> Errors,
    IReadOnlyList<NewFigure> Figures
)
{
    public static readonly GridForm Untouched = new(
        new Dictionary<string, string>(StringComparer.Ordinal),
        new Dictionary<string, string>(StringComparer.Ordinal),
        []
    );

    /// <summary>A box's name: says what it is of, whatever other rows have come since the form was opened.</summary>
    public static string Name(GridRow row, Breakdown breakdown) => $"v.{row.Key}.{breakdown}";

    public static string ReasonName(GridRow row) => $"skal.{row.Key}";

    public static string ExpectedName(GridRow row) => $"vantas.{row.Key}";

    /// <summary>What stood in a box when the form was opened.</summary>
    public static string OpenedName(GridRow row, Breakdown breakdown) => $"o.{row.Key}.{breakdown}";

    /// <summary>Only what is other than when the form was opened becomes a figure to record.</summary>
    public static GridForm Read(IFormCollection form, FigureGrid grid)
    {
        var typed = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var figures = new List<NewFigure>();
        foreach (var row in grid.Rows)
        {
            foreach (var breakdown in FigureGrid.Breakdowns)
            {
                var name = Name(row, breakdown);
                if (!typed.TryGetValue(name, out var text))
                {
                    continue;
                }

                var opened = FigureInput.ReadOpened(typed.GetValueOrDefault(OpenedName(row, breakdown)));
                var (value, missing, error) = FigureInput.Meaning(
                    text,
                    typed.GetValueOrDefault(ReasonName(row)),
                    opened,
                    breakdown == Breakdown.Total
                );
                var now = row.Now[breakdown];
                var meant = new CurrentFigure(value, missing)
                {
                    // A corrected value rests on the same answers; whether it is preliminary is said anew.
                    Answers = value is not null ? now.Answers : null,
                    Margin = value is not null ? now.Margin : null,
                    Note = now.Note,
                    ExpectedOn = missing is null or MissingReason.Withdrawn
                        ? null
                        : FigureInput.Expected(typed.GetValueOrDefault(ExpectedName(row)), ExpectedName(row), errors),
                };
                if (error is not null)
                {
                    errors[name] = error;
                }
                else if (!meant.SaysTheSameAs(opened))
                {
                    figures.Add(new NewFigure(new FigureKey(row.Indicator.Id, row.Period, breakdown), meant, opened));
                }
            }
        }

        return new GridForm(typed, errors, figures);
    }
}
