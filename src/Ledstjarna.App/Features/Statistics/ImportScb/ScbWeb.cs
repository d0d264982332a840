using System.Globalization;
using System.Text.RegularExpressions;
using Ledstjarna.App.Doors;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Integrations.Scb;
using Ledstjarna.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Finding a table at SCB, and making a key figure of what is chosen from it.</summary>
internal static partial class ScbWeb
{
    private const int Patience = 1000;

    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("statistik/scb", FindAsync);
        organisation.MapPost("statistik/scb", AddAsync);
    }

    private static async Task<IResult> FindAsync(
        string kommun,
        string? q,
        string? sida,
        string? tabell,
        Visits visits,
        StatisticsSettings settings,
        Database database,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMeasures, cancellation);
        var view = new ScbView
        {
            IsOn = settings.Scb is not null,
            Words = CatalogueQuery.NotBlank(q) ?? "",
            PageNumber = int.TryParse(sida, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1000) : 1,
            Table = CatalogueQuery.NotBlank(tabell)?.ToUpperInvariant(),
        };
        if (settings.Scb is not { } limits || view.Words.Length > CatalogueQuery.LongestWords)
        {
            return Page(place, view);
        }

        try
        {
            if (view.Table is { } table)
            {
                return Page(place, view with { Figures = await TableAsync(table, limits, database, time, cancellation) });
            }

            using var client = new ScbClient(limits.ForSomeoneWaiting(), time);
            return Page(
                place,
                view.Words.Length == 0
                    ? view
                    : view with
                    {
                        Found = await client.FindTablesAsync(view.Words, view.PageNumber, cancellation),
                    }
            );
        }
        catch (SourceException e)
        {
            return Page(place, view with { Fault = SourceWords.Sentence(e) });
        }
    }

    private static async Task<IResult> AddAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        StatisticsSettings settings,
        Database database,
        AddScbFigureHandler handler,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMeasures, cancellation);
        var table = form["tabell"].ToString().Trim().ToUpperInvariant();
        var view = new ScbView { IsOn = settings.Scb is not null, Table = table };
        if (settings.Scb is not { } limits)
        {
            return Page(place, view);
        }

        try
        {
            var figures = await TableAsync(table, limits, database, time, cancellation);
            view = view with { Figures = figures };
            var sent = SentForm.Read(form, ScbView.Fields(figures));
            if (figures.Fault is not null || sent.Errors.Count > 0)
            {
                return Page(place, view with { Values = sent.Values, Errors = sent.Errors });
            }

            view = view with { Values = sent.Values };
            var chosen = figures.Choices.Select((d, i) => KeyValuePair.Create(d.Code, sent.Values[ScbView.Name(i)]));
            var code = await handler.HandleAsync(
                place.Actor,
                new TableSelection(table, chosen.Where(c => c.Value.Length > 0)),
                cancellation
            );
            return Results.Redirect(StatisticsLinks.KeyFigure(place, code));
        }
        catch (SourceException e)
        {
            return Page(place, view with { Fault = SourceWords.Sentence(e) });
        }
        catch (ImportIsRunningException)
        {
            return Page(place, view with { Fault = "Annan statistik hämtas just nu. Vänta en stund och försök igen." });
        }
    }

    private static async Task<ScbFigures> TableAsync(
        string table,
        SourceLimits limits,
        Database database,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        if (!TableId().IsMatch(table))
        {
            throw new SourceException(SourceFault.NotThere, table);
        }

        using var client = new ScbClient(limits.ForSomeoneWaiting(), time);
        return await ScbRun.TableAsync(database, client, table, cancellation);
    }

    private static RazorComponentResult<ScbPage> Page(Place place, ScbView view) =>
        new(new { Visit = place, View = view })
        {
            StatusCode = view.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    [GeneratedRegex("^[A-Za-z0-9_]{1,40}$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex TableId();
}

/// <summary>What the page of SCB's tables shows: what was searched for, or one table to choose from.</summary>
public sealed record ScbView
{
    public required bool IsOn { get; init; }

    public string Words { get; init; } = "";

    public int PageNumber { get; init; } = 1;

    public ScbTables? Found { get; init; }

    /// <summary>The one to choose from.</summary>
    public string? Table { get; init; }

    /// <summary>Null: none is chosen, or it could not be had.</summary>
    public ScbFigures? Figures { get; init; }

    public FormValues Values { get; init; } = new();

    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why the source could not be used, and what to do.</summary>
    public string? Fault { get; init; }

    public static string Name(int choice) => string.Create(CultureInfo.InvariantCulture, $"d{choice}");

    /// <summary>One per dimension to choose from.</summary>
    public static IReadOnlyList<Field> Fields(ScbFigures figures) =>
        [
            .. figures.Choices.Select(
                (d, i) =>
                    new Field(Name(i), Swedish.Capital(d.Label), FieldKind.Choice)
                    {
                        IsRequired = !d.CanBeLeftOut,
                        Hint = d.CanBeLeftOut ? "Väljer du inget räknar SCB ihop alla." : null,
                        Options = [.. d.Values.Select(v => new Option(v.Code, v.Label))],
                    }
            ),
        ];
}
