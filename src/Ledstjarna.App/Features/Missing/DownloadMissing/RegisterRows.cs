using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Missing;

/// <summary>The register as rows for a spreadsheet, one per figure, the headings first.</summary>
internal static class RegisterRows
{
    private static readonly string[] Headings =
    [
        "Indikator",
        "Kod",
        "Period",
        "Skäl",
        "Anmärkning",
        "Väntas",
        "Dagar sen",
        "Kan komma",
        "I stället",
        "Osäkra mål",
        "Kan ensam ändra",
        "Nyckel",
        "Följs upp av",
        "Tidigare perioder som saknas",
        "Påhittat exempel",
    ];

    public static IEnumerable<IReadOnlyList<string>> Of(Visit visit, IEnumerable<MissingFigure> figures) =>
        figures.Select(f => Row(visit, f)).Prepend(Headings);

    private static string[] Row(Visit visit, MissingFigure figure) =>
        [
            figure.Indicator.Name,
            figure.Indicator.Code,
            figure.Period.ToString(),
            MissingWords.Reason(figure),
            figure.Note ?? "",
            figure.Expected is { } day ? Swedish.Date(day) : "",
            figure.DaysLate.ToString(CultureInfo.InvariantCulture),
            YesOrNo(figure.MayCome),
            MissingWords.Instead(visit.Situation, figure),
            Numbers(figure.Goals),
            Numbers(figure.Goals.Where(g => g.CanTurn)),
            YesOrNo(figure.IsKey),
            visit.Record.Units.FirstOrDefault(u => u.Id == figure.Indicator.OwnerId)?.Name ?? "Ingen utsedd",
            figure.Earlier.ToString(CultureInfo.InvariantCulture),
            YesOrNo(visit.Situation.RestsOnExample(Subject.Indicator.IdOf(figure.Indicator.Code))),
        ];

    /// <summary>"1, SN2"</summary>
    private static string Numbers(IEnumerable<GoalEffect> goals) => string.Join(", ", goals.Select(g => g.Goal.Number));

    private static string YesOrNo(bool value) => value ? "ja" : "nej";
}
