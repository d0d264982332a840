using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Integrations.Files;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Figures;

/// <summary>Figures as they are typed, and what is said of files that cannot be read.</summary>
internal static class FigureWords
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

    public static string Sentence(TableRefusedException e)
    {
        var place =
            e is { Row: { } row, Column: { } column } ? $" Det gäller rad {row}, kolumn {Table.ColumnName(column - 1)}."
            : e.Row is { } r ? $" Det gäller rad {r}."
            : "";
        return Sentence(e.Fault) + place + " Inget är inläst.";
    }

    private static string Sentence(TableFault fault) =>
        fault switch
        {
            TableFault.Empty => "Filen är tom. Kontrollera att du valde rätt fil.",
            TableFault.TooLarge or TableFault.TooLargeUnpacked or TableFault.TooManyPackedFiles =>
                "Filen är för stor. Dela upp den i flera.",
            TableFault.TooManyRows or TableFault.TooManyColumns or TableFault.TooManyCells =>
                "Arket har för många rader eller kolumner. Dela upp det i flera.",
            TableFault.CellTooLong => "En cell innehåller för mycket text. Korta den.",
            TableFault.TooSlow => "Filen tog för lång tid att läsa. Dela upp den i flera.",
            TableFault.UnknownKind => "Filen är av ett slag vi inte läser. Spara den som .xlsx eller .csv.",
            TableFault.NotWhatItSays => "Filens innehåll stämmer inte med dess namn. Spara om den som .xlsx eller .csv.",
            TableFault.OldExcel => "Filen är i det gamla Excelformatet. Spara den som .xlsx.",
            TableFault.Encrypted => "Filen är skyddad med lösenord. Spara den utan lösenord.",
            TableFault.CutOff => "Filen är avbruten: slutet saknas. Spara den igen och försök på nytt.",
            TableFault.HasDtd => "Filen innehåller något som inte hör hemma i ett ark. Spara om den i Excel.",
            TableFault.NotText => "Filen är inte text. Spara den som .csv med teckenkodningen UTF-8.",
            TableFault.UnclosedQuote or TableFault.TextAfterQuote => "Ett citattecken är inte avslutat som det ska. Rätta raden i filen.",
            TableFault.NoSheet => "Filen har inget ark att läsa.",
            _ => "Filen är skadad. Spara den igen och försök på nytt.",
        };
}
