using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Word;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>What differs between two levels: as a page, as a table and as a Word document.</summary>
internal static class CompareLevelsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "nivaer/{id:guid}/jamfor/{mot:guid}",
            async (string kommun, Guid id, Guid mot, Visits visits, ChangeLog log, CancellationToken cancellation) =>
            {
                var compared = await ReadAsync(kommun, id, mot, visits, log, cancellation);
                return new RazorComponentResult<ComparePage>(new { Compared = compared });
            }
        );
        organisation.MapGet(
            "nivaer/{id:guid}/jamfor/{mot:guid}.csv",
            async (string kommun, Guid id, Guid mot, Visits visits, ChangeLog log, CancellationToken cancellation) =>
            {
                var compared = await ReadAsync(kommun, id, mot, visits, log, cancellation);
                return CsvFile.Of("jamforelse-av-nivaer.csv", compared.Rows());
            }
        );
        organisation.MapGet(
            "nivaer/{id:guid}/jamfor/{mot:guid}.docx",
            async (string kommun, Guid id, Guid mot, Visits visits, ChangeLog log, CancellationToken cancellation) =>
            {
                var compared = await ReadAsync(kommun, id, mot, visits, log, cancellation);
                using var file = new MemoryStream();
                WordFile.Write(file, compared.Document());
                return Results.File(file.ToArray(), WordFile.MediaType, "jamforelse-av-nivaer.docx");
            }
        );
    }

    private static async Task<ComparedLevels> ReadAsync(
        string kommun,
        Guid id,
        Guid mot,
        Visits visits,
        ChangeLog log,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
        var (after, before) = (AmbitionWeb.Find(place, id), AmbitionWeb.Find(place, mot));
        return new ComparedLevels(
            place,
            before,
            after,
            LevelComparison.Between(place.Record, LevelContent.Of(place.Record, before), LevelContent.Of(place.Record, after)),
            await ReasonsAsync(place, after, log, cancellation)
        );
    }

    /// <summary>The last reason given for each area and measure, by kind and name; for those who work here.</summary>
    private static async Task<IReadOnlyDictionary<(string, string), string>> ReasonsAsync(
        Place place,
        AmbitionLevel level,
        ChangeLog log,
        CancellationToken cancellation
    )
    {
        if (!place.Actor.MaySomewhere(Right.ReadPreparation))
        {
            return new Dictionary<(string, string), string>();
        }

        var content = LevelContent.Of(place.Record, level);
        List<string> parts =
        [
            .. content.Areas.Select(a => $"{a.LevelId.Value}.{a.GoalId.Value}"),
            .. content.Measures.Select(m => m.Id.Value.ToString()),
        ];
        var filter = new ChangeFilter(LevelEditor.KindKey, level.Id.Value.ToString(), WithParts: parts);
        return (await log.FindAsync(place.Organisation.OrganisationId, filter, 2000, cancellation))
            .Where(c => !string.IsNullOrWhiteSpace(c.Why))
            .GroupBy(c => (c.ThingKind, c.ThingName))
            .ToDictionary(g => g.Key, g => g.First().Why!);
    }
}

/// <summary>Two levels, and what differs.</summary>
/// <param name="Place">Where, and who asks.</param>
/// <param name="Before">The older.</param>
/// <param name="After">The newer.</param>
/// <param name="Differences">What differs.</param>
/// <param name="Reasons">Given when areas and measures were changed, by kind and name.</param>
public sealed record ComparedLevels(
    Place Place,
    AmbitionLevel Before,
    AmbitionLevel After,
    IReadOnlyList<LevelDifference> Differences,
    IReadOnlyDictionary<(string Kind, string Name), string> Reasons
)
{
    /// <summary>What differs and, where it is known, why.</summary>
    public string Sentence(LevelDifference difference)
    {
        var thing = difference switch
        {
            LevelDifference.OfArea a when (a.After ?? a.Before) is { } area => (LevelAreaEditor.KindKey, $"{area.Number} {area.ShortName}"),
            LevelDifference.OfMeasure m when (m.After ?? m.Before) is { } measure => (
                LevelMeasureEditor.KindKey,
                LevelWords.Name(Record, measure)
            ),
            _ => ("", ""),
        };
        return LevelWords.Sentence(Record, difference) + (Reasons.GetValueOrDefault(thing) is { } why ? $" Skäl: {why}" : "");
    }

    private SteeringRecord Record => Place.Record;

    /// <summary>By the goal at the top, in order; the level as a whole first.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<LevelDifference> Differences)> Groups =>
        Differences.GroupBy(d => d.TopGoal).Select(g => (Heading(g.Key), (IReadOnlyList<LevelDifference>)[.. g]));

    /// <summary>For a spreadsheet, headings first.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows() =>
        Differences
            .Select(d => (d, Columns: LevelWords.Columns(Record, d)))
            .Select(d =>
                (IReadOnlyList<string>)
                    [Heading(d.d.TopGoal), LevelWords.Kind(d.d.Kind), d.Columns.Thing, d.Columns.Before, d.Columns.After, Sentence(d.d)]
            )
            .Prepend(["Mål", "Ändring", "Vad", Before.Name, After.Name, "I en mening"]);

    /// <summary>Sentence by sentence under each goal, then all of it as a table.</summary>
    public Document Document() =>
        new(
            $"{After.Name} mot {Before.Name}",
            Place.Organisation.Name,
            Place.Today,
            [
                .. Groups.SelectMany(g =>
                    (IEnumerable<Block>)
                        [new Heading(1, g.Heading), new BulletList([.. g.Differences.Select(d => new ListItem(Sentence(d)))])]
                ),
                .. Differences.Count == 0
                    ? (IEnumerable<Block>)[new Paragraph("Inget skiljer nivåerna åt.")]
                    :
                    [
                        new Heading(1, "Alla ändringar"),
                        new Table(
                            $"Vad som skiljer {After.Name} från {Before.Name}",
                            [new("Mål"), new("Ändring"), new("Vad"), new("Före"), new("Efter")],
                            [.. Rows().Skip(1).Select(r => (IReadOnlyList<TableCell>)[.. r.Take(5).Select(c => new TableCell(c))])]
                        ),
                    ],
            ]
        )
        {
            HeaderLines = [Place.Organisation.Name, Swedish.Date(Place.Today)],
        };

    private string Heading(string? number) =>
        number is null ? "Nivån som helhet"
        : Record.Goals.FirstOrDefault(g => g.StructureId == After.StructureId && g.Number == number) is { } goal ? Forms.Choices.Name(goal)
        : number;
}
