using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Recording;

/// <summary>A figure as it is typed in a form, with what stood there when the form was opened.</summary>
public static class FigureInput
{
    /// <summary>Canonical: the value, or the reason's name and the day it is expected, or nothing.</summary>
    public static string Opened(CurrentFigure figure) =>
        figure.Value is { } v ? Canonical.Text(v)
        : figure is { Missing: { } missing, ExpectedOn: { } day } ? $"{missing} {Swedish.Date(day)}"
        : figure.Missing?.ToString() ?? "";

    /// <summary>What was put in the form when it was opened.</summary>
    public static CurrentFigure ReadOpened(string? text)
    {
        var parts = (text ?? "").Split(' ');
        return FigureWords.Reason(parts[0]) is { } reason
                ? new CurrentFigure(null, reason) { ExpectedOn = DateText.TryParse(parts[^1], out var day) ? day : null }
            : double.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var value) ? new CurrentFigure(value, null)
            : default;
    }

    /// <summary>What a person means by what is in the box and the reason beside it.</summary>
    public static (double? Value, MissingReason? Missing, string? Error) Meaning(
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

    /// <summary>The day a missing figure is expected; null when none is given, or it cannot be read.</summary>
    public static DateOnly? Expected(string? text, string name, Dictionary<string, string> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateText.TryParse(text, out var day))
        {
            return day;
        }

        errors[name] = "Skriv datumet som 2026-12-31.";
        return null;
    }
}
