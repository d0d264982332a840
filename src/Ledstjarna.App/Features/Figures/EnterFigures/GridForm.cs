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

    /// <summary>A box's name: "v3.Women".</summary>
    public static string Name(int row, Breakdown breakdown) => $"v{row}.{breakdown}";

    public static string ReasonName(int row) => $"skal{row}";

    public static string ExpectedName(int row) => $"vantas{row}";

    /// <summary>What stood in a box when the form was opened.</summary>
    public static string OpenedName(int row, Breakdown breakdown) => $"o{row}.{breakdown}";

    /// <summary>Only what is other than when the form was opened becomes a figure to record.</summary>
    public static GridForm Read(IFormCollection form, FigureGrid grid)
    {
        var typed = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var figures = new List<NewFigure>();
        foreach (var (row, i) in grid.Rows.Select((r, i) => (r, i)))
        {
            foreach (var breakdown in FigureGrid.Breakdowns)
            {
                var name = Name(i, breakdown);
                var opened = Opened(typed.GetValueOrDefault(OpenedName(i, breakdown)));
                if (!typed.TryGetValue(name, out var text))
                {
                    continue;
                }

                var (value, missing, error) = Meaning(text, typed.GetValueOrDefault(ReasonName(i)), opened);
                if (error is not null)
                {
                    errors[name] = error;
                }
                else if (new CurrentFigure(value, missing) != opened)
                {
                    figures.Add(
                        new NewFigure(new FigureKey(row.Indicator.Id, row.Period, breakdown), value, missing)
                        {
                            Opened = opened,
                            ExpectedOn = missing is null
                                ? null
                                : Expected(typed.GetValueOrDefault(ExpectedName(i)), ExpectedName(i), errors),
                        }
                    );
                }
            }
        }

        return new GridForm(typed, errors, figures);
    }

    /// <summary>Canonical: the value, or the reason's name, or nothing.</summary>
    public static string Opened(CurrentFigure figure) => figure.Value is { } v ? Forms.Canonical.Text(v) : figure.Missing?.ToString() ?? "";

    private static CurrentFigure Opened(string? text) =>
        string.IsNullOrEmpty(text) ? default
        : Enum.TryParse<MissingReason>(text, out var reason) && !char.IsAsciiDigit(text[0]) && text[0] != '-'
            ? new CurrentFigure(null, reason)
        : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? new CurrentFigure(value, null)
        : default;

    private static (double? Value, MissingReason? Missing, string? Error) Meaning(string text, string? reason, CurrentFigure opened)
    {
        var figure = FigureText.Parse(text);
        MissingReason? chosen = Enum.TryParse<MissingReason>(reason, out var r) && FigureWords.Reasons.Contains(r) ? r : null;
        return figure.Kind switch
        {
            FigureKind.Value => (figure.Value, null, null),
            FigureKind.Blank when opened.Value is not null => chosen is null
                ? (null, null, "Värdet är borttaget. Välj skäl, eller skriv tillbaka det.")
                : (null, chosen, null),
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
