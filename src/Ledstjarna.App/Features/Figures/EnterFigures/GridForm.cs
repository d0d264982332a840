using Ledstjarna.App.Words;
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

                var opened = Opened(typed.GetValueOrDefault(OpenedName(row, breakdown)));
                var (value, missing, error) = Meaning(text, typed.GetValueOrDefault(ReasonName(row)), opened, breakdown == Breakdown.Total);
                var now = row.Now[breakdown];
                var meant = new CurrentFigure(value, missing)
                {
                    // A corrected value rests on the same answers; whether it is preliminary is said anew.
                    Answers = value is not null ? now.Answers : null,
                    Margin = value is not null ? now.Margin : null,
                    Note = now.Note,
                    ExpectedOn = missing is null or MissingReason.Withdrawn
                        ? null
                        : Expected(typed.GetValueOrDefault(ExpectedName(row)), ExpectedName(row), errors),
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

    /// <summary>Canonical: the value, or the reason's name and the day it is expected, or nothing.</summary>
    public static string Opened(CurrentFigure figure) =>
        figure.Value is { } v ? Forms.Canonical.Text(v)
        : figure is { Missing: { } missing, ExpectedOn: { } day } ? $"{missing} {Swedish.Date(day)}"
        : figure.Missing?.ToString() ?? "";

    private static CurrentFigure Opened(string? text)
    {
        var parts = (text ?? "").Split(' ');
        return FigureWords.Reason(parts[0]) is { } reason
                ? new CurrentFigure(null, reason) { ExpectedOn = Domain.Periods.DateText.TryParse(parts[^1], out var day) ? day : null }
            : double.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var value) ? new CurrentFigure(value, null)
            : default;
    }

    private static (double? Value, MissingReason? Missing, string? Error) Meaning(
        string text,
        string? reason,
        CurrentFigure opened,
        bool isTotal
    )
    {
        var figure = FigureText.Parse(text);
        var chosen = FigureWords.Reason(reason);
        return figure.Kind switch
        {
            FigureKind.Value => (figure.Value, null, null),
            FigureKind.Blank when chosen is not null && (isTotal || opened != default) => (null, chosen, null),
            FigureKind.Blank when opened.Value is not null => (null, null, "Värdet är borttaget. Välj skäl, eller skriv tillbaka det."),
            FigureKind.Blank => (null, opened.Missing is null ? null : MissingReason.Withdrawn, null),
            FigureKind.AsksForReason => (chosen ?? opened.Missing) is { } known
                ? (null, known, null)
                : (null, null, "Välj skälet till att siffran saknas."),
            _ => (null, null, "Skriv ett tal, till exempel 12,5, eller .. om siffran saknas."),
        };
    }

    private static DateOnly? Expected(string? text, string name, Dictionary<string, string> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (Domain.Periods.DateText.TryParse(text, out var day))
        {
            return day;
        }

        errors[name] = "Skriv datumet som 2026-12-31.";
        return null;
    }
}
