using Ledstjarna.App.Components;
using Ledstjarna.App.Features.Ambition;
using Ledstjarna.App.Features.Analysis;
using Ledstjarna.App.Features.Compare;
using Ledstjarna.App.Features.Decisions;
using Ledstjarna.App.Features.Editing;
using Ledstjarna.App.Features.Figures;
using Ledstjarna.App.Features.FollowUps;
using Ledstjarna.App.Features.GetStarted;
using Ledstjarna.App.Features.Goals;
using Ledstjarna.App.Features.Indicators;
using Ledstjarna.App.Features.Mails;
using Ledstjarna.App.Features.Matters;
using Ledstjarna.App.Features.Memos;
using Ledstjarna.App.Features.Missing;
using Ledstjarna.App.Features.Overview;
using Ledstjarna.App.Features.People;
using Ledstjarna.App.Features.Principles;
using Ledstjarna.App.Features.Search;
using Ledstjarna.App.Features.Statistics;
using Ledstjarna.App.Features.Units;
using Ledstjarna.App.Features.Years;
using Ledstjarna.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Every address there is. A feature adds one line.</summary>
internal static class Addresses
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/halsa/lever", () => Results.Text("Lever"));
        app.MapGet(
            "/halsa/redo",
            async (Database database, CancellationToken cancellation) =>
                await database.IsReadyAsync(cancellation)
                    ? Results.Text("Redo")
                    : Results.Text("Inte redo: databasen svarar inte", statusCode: 503)
        );
        app.MapGet("/", FirstPageAsync);
        GetStartedWeb.MapFirstStart(app);
        var organisation = app.MapGroup("/{kommun}");
        OverviewWeb.Map(organisation);
        GoalsWeb.Map(organisation);
        IndicatorsWeb.Map(organisation);
        CompareWeb.Map(organisation);
        StatisticsWeb.Map(organisation);
        PrinciplesWeb.Map(organisation);
        EditingWeb.Map(organisation);
        PeopleWeb.Map(organisation);
        GetStartedWeb.Map(organisation);
        MarkdownPreview.Map(organisation);
        FiguresWeb.Map(organisation);
        MissingWeb.Map(organisation);
        UnitsWeb.Map(organisation);
        SearchWeb.Map(organisation);
        DecisionsWeb.Map(organisation);
        MattersWeb.Map(organisation);
        AmbitionWeb.Map(organisation);
        FollowUpsWeb.Map(organisation);
        AnalysisWeb.Map(organisation);
        MemosWeb.Map(organisation);
        TryLevelWeb.Map(organisation);
        MailsWeb.Map(organisation);
        YearsWeb.Map(organisation);
    }

    /// <summary>The only organisation's own page, or a list to choose from.</summary>
    private static async Task<IResult> FirstPageAsync(Database database, CancellationToken cancellation)
    {
        var organisations = await database.OrganisationsAsync(cancellation);
        return organisations.Count == 1
            ? Results.Redirect($"/{organisations[0].Slug}")
            : new RazorComponentResult<OrganisationsPage>(new { Organisations = organisations });
    }
}
