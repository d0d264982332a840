using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Word;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>What differs between two levels: as a page, as a table and as a Word document.</summary>
internal static class CompareLevelsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "nivaer/{id:guid}/jamfor/{mot:guid}",
            async (string kommun, Guid id, Guid mot, Visits visits, CancellationToken cancellation) =>
            {
                var compared = await ReadAsync(kommun, id, mot, visits, cancellation);
                return new RazorComponentResult<ComparePage>(new { Compared = compared });
            }
        );
        organisation.MapGet(
            "nivaer/{id:guid}/jamfor/{mot:guid}.csv",
            async (string kommun, Guid id, Guid mot, Visits visits, CancellationToken cancellation) =>
            {
                var compared = await ReadAsync(kommun, id, mot, visits, cancellation);
                return CsvFile.Of("jamforelse-av-nivaer.csv", compared.Rows());
            }
        );
        organisation.MapGet(
            "nivaer/{id:guid}/jamfor/{mot:guid}.docx",
            async (string kommun, Guid id, Guid mot, Visits visits, CancellationToken cancellation) =>
            {
                var compared = await ReadAsync(kommun, id, mot, visits, cancellation);
                using var file = new MemoryStream();
                WordFile.Write(file, compared.Document());
                return Results.File(file.ToArray(), WordFile.MediaType, "jamforelse-av-nivaer.docx");
            }
        );
    }

    private static async Task<ComparedLevels> ReadAsync(string kommun, Guid id, Guid mot, Visits visits, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
        var (after, before) = (AmbitionWeb.Find(place, id), AmbitionWeb.Find(place, mot));
        return new ComparedLevels(
            place,
            before,
            after,
            LevelComparison.Between(place.Record, LevelContent.Of(place.Record, before), LevelContent.Of(place.Record, after))
        );
    }
}

/// <summary>Two levels, and what differs.</summary>
public sealed record ComparedLevels(Place Place, AmbitionLevel Before, AmbitionLevel After, IReadOnlyList<LevelDifference> Differences)
{
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
                    [
                        Heading(d.d.TopGoal),
                        LevelWords.Kind(d.d.Kind),
                        d.Columns.Thing,
                        d.Columns.Before,
                        d.Columns.After,
                        LevelWords.Sentence(Record, d.d),
                    ]
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
                        [
                            new Heading(1, g.Heading),
                            new BulletList([.. g.Differences.Select(d => new ListItem(LevelWords.Sentence(Record, d)))]),
                        ]
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
