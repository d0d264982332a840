using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Words;

/// <summary>Figures as they are typed, and what is said of files that cannot be read.</summary>
public static class FigureWords
{
    /// <summary>Those a person can state.</summary>
    public static readonly IReadOnlyList<MissingReason> Reasons =
    [
        MissingReason.SurveyNotRun,
        MissingReason.QuestionReplaced,
        MissingReason.Delayed,
        MissingReason.Suppressed,
        MissingReason.Discontinued,
        MissingReason.NotApplicable,
        MissingReason.Withdrawn,
    ];

    public static IReadOnlyList<Option> ReasonOptions { get; } =
    [.. Reasons.Select(r => new Option(r.ToString(), Swedish.Capital(StatusWords.Reason(r))))];

    /// <summary>By its name in forms and files, one of <see cref="Reasons"/>; null for any other text.</summary>
    public static MissingReason? Reason(string? name) =>
        Reasons
            .Where(r => r.ToString() == name || string.Equals(StatusWords.Reason(r), name?.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(r => (MissingReason?)r)
            .FirstOrDefault();

    /// <summary>As it stands in a box: with a comma and without thousands spaces.</summary>
    public static string Typed(double value) => InFile(value).Replace('-', '−');

    /// <summary>As it stands in a file; read back it is the same.</summary>
    public static string InFile(double value) =>
        ((decimal)value).ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>What is said of a period; null where nothing is.</summary>
    public static string? Shown(CurrentFigure figure) =>
        figure.Value is { } v ? Typed(v) + (figure.IsPreliminary ? " (preliminär)" : "")
        : figure.Missing is { } m ? StatusWords.Reason(m) + (figure.ExpectedOn is { } day ? $", väntas {Swedish.Date(day)}" : "")
        : null;
}
