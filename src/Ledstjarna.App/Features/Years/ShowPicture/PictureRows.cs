using System.Globalization;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Years;

namespace Ledstjarna.App.Features.Years;

/// <summary>The annual picture as rows for a spreadsheet, one per goal and year, the headings first.</summary>
internal static class PictureRows
{
    private static readonly string[] Headings =
    [
        "Målstruktur",
        "Gäller från",
        "Gäller till",
        "Mål",
        "Namn",
        "Slag",
        "År",
        "Mätdag",
        "Status",
        "Säkerhet",
        "Bedömt av människor",
        "Underlag",
        "Beslut",
        "Skulle bli i dag",
        "Påhittat exempel",
    ];

    public static IEnumerable<IReadOnlyList<string>> Of(SteeringRecord record, AnnualPicture picture) =>
        (
            from structure in picture.Structures
            from goal in structure.Goals
            where goal.IsMeasured || goal.IsAssessed
            from year in goal.Years.OfType<GoalYear>()
            select Row(record, structure, year)
        ).Prepend(Headings);

    private static string[] Row(SteeringRecord record, StructureYears structure, GoalYear year) =>
        [
            structure.Structure.Name,
            structure.Structure.Validity.From is { } from ? Swedish.Date(from) : "",
            structure.Structure.Validity.To is { } to ? Swedish.Date(to) : "",
            year.Goal.Number,
            year.Goal.ShortName,
            ChoiceWords.Name(year.Goal.Kind),
            year.Year.Year.ToString(CultureInfo.InvariantCulture),
            Swedish.Date(year.Year.Day),
            StatusWords.Name(year.Status),
            StatusWords.Certainty(year.Rating),
            YearWords.Judged(year.Rating) is null ? "nej" : "ja",
            YearWords.Basis(year.Year),
            year.Year.FollowUp?.DecisionId is { } id
                ? PlaceWords.Reference(record, record.Decisions.Single(d => d.Id == id)).Replace(Swedish.NoBreak, ' ')
                : "",
            year.Now is { } now && year.Rating.Children.Count > 0 ? StatusWords.Name(now) : "",
            year.Year.Situation.RestsOnExample(year.Goal) ? "ja" : "nej",
        ];
}
