using Ledstjarna.App.Doors;
using Ledstjarna.App.Features.Statistics;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http;

namespace Ledstjarna.App.Tests.Integrations.Kolada;

/// <summary>Fetching from a source that speaks Kolada's protocol, when all is well and when it is not.</summary>
public sealed class KoladaImportTests(Server server) : IAsyncLifetime
{
    private readonly HurriedTime _time = new();
    private StandInKolada _kolada = null!;
    private Database _database = null!;
    private string _name = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _kolada = await StandInKolada.StartAsync();
        _name = await server.NewDatabaseAsync();
        _database = new Database(server.AsApp(_name));
        // The shipped catalogue gives way to a small one, as if the source had never had more.
        await server.RunAsync(
            _name,
            "truncate statistics.figures, statistics.earlier_figures, statistics.key_figure_words, statistics.key_figures cascade"
        );
        _kolada.KeyFigures.AddRange([
            StandInKolada.KeyFigure("N00001", "Trygga elever, andel (%)"),
            StandInKolada.KeyFigure("N00002", "Kostnad, kr/inv"),
        ]);
        _kolada
            .With("N00001", "0665", 2024, 71.5)
            .With("N00001", "0665", 2024, 73, "K")
            .With("N00001", "0665", 2024, 70, "M")
            .With("N00001", "0665", 2025, null, status: "Missing")
            .With("N00001", "0680", 2024, 80)
            .With("N00001", "0680", 2025, 81)
            .With("N00001", "0662", 2025, 0)
            .With("N00001", "0000", 2025, 79);
    }

    public async ValueTask DisposeAsync()
    {
        await _kolada.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Values_are_read_by_gender_code_and_missing_is_never_zero()
    {
        var outcome = await FetchAsync("N00001");
        outcome.Imports.Count.ShouldBe(2);
        outcome.Imports[1].Added.ShouldBe(8);
        (await FiguresAsync("order by a.code, f.year, f.gender")).ShouldBe([
            "N00001 0000 2025 0 79 ",
            "N00001 0662 2025 0 0 ",
            "N00001 0665 2024 0 71.5 ",
            "N00001 0665 2024 1 73 ",
            "N00001 0665 2024 2 70 ",
            "N00001 0665 2025 0 – Missing",
            "N00001 0680 2024 0 80 ",
            "N00001 0680 2025 0 81 ",
        ]);
        _kolada
            .Asked.Count(a => a.Address.Contains("page=", StringComparison.Ordinal))
            .ShouldBeGreaterThan(0, "there is more than one page");
    }

    [Fact]
    public async Task A_second_fetching_asks_only_for_what_has_changed_and_keeps_what_was()
    {
        await FetchAsync("N00001");
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        _kolada.Rows[("N00001", "0665", 2024, "T")] = new StandInKolada.Row(72.25, ChangedOn: today);
        _kolada.Rows[("N00001", "0680", 2024, "T")] = new StandInKolada.Row(null, IsDeleted: true, ChangedOn: today);
        _kolada.Rows[("N00001", "0662", 2026, "T")] = new StandInKolada.Row(66, ChangedOn: today);
        var outcome = await FetchAsync();
        var import = outcome.Imports[^1];
        (import.Kind, import.Added, import.Revised, import.Withdrawn).ShouldBe((ImportKind.Increment, 1, 1, 1));
        import.Since.ShouldBe(today.AddDays(-30));
        (await server.ReadAsync(_name, "select value::text from statistics.earlier_figures order by value")).ShouldBe(["71.5", "80"]);
        (await FiguresAsync("and a.code = '0680' order by f.year")).ShouldBe(["N00001 0680 2025 0 81 "]);
        (await FetchAsync()).Imports[^1].Revised.ShouldBe(0, "the overlap brings the same again and changes nothing");
    }

    [Fact]
    public async Task A_whole_fetching_takes_what_is_absent_to_be_taken_back()
    {
        await FetchAsync("N00001");
        _kolada.Rows.Remove(("N00001", "0680", 2025, "T"));
        _kolada.PageSize = 100;
        var outcome = await FetchAsync(new ImportStatistics(IsFull: true));
        outcome.Imports[^1].Withdrawn.ShouldBe(1);
        (await server.ReadAsync(_name, "select value::text from statistics.earlier_figures")).ShouldBe(["81"]);
    }

    [Fact]
    public async Task A_busy_broken_or_cut_source_is_asked_again()
    {
        _kolada.Next("/kpi", 500);
        _kolada.Next("/municipality", 429, retryAfter: "1");
        _kolada.Cut("/data");
        (await FetchAsync("N00001")).Imports.Count.ShouldBe(2);
        (await FiguresAsync("")).Count.ShouldBe(8);
    }

    [Fact]
    public async Task An_import_that_broke_off_is_gone_on_with_and_not_begun_anew()
    {
        await FetchAsync();
        _kolada.Asked.Clear();
        _kolada.PageSize = 1;
        Break(after: 1);
        var fault = await Should.ThrowAsync<SourceException>(() => FetchAsync("N00001"));
        fault.Fault.ShouldBe(SourceFault.Refused);
        (await FiguresAsync("")).ShouldBeEmpty("nothing of a broken import shows");
        (await server.ReadAsync(_name, "select state || ' ' || fetched from statistics.imports order by id desc limit 1")).ShouldBe([
            "Failed 1",
        ]);
        var asked = _kolada.Asked.Count(a => a.Address.Contains("/data/", StringComparison.Ordinal));
        asked.ShouldBeGreaterThan(1);
        _kolada.Asked.Clear();
        await FetchAsync("N00001");
        (await FiguresAsync("")).Count.ShouldBe(8);
        _kolada.Asked.ShouldNotContain(
            a =>
                a.Address.Contains("/municipality/0000,", StringComparison.Ordinal)
                && a.Address.Contains("per_page", StringComparison.Ordinal)
                && !a.Address.Contains("from_date", StringComparison.Ordinal),
            "the first page was there already"
        );

        // The first page is answered; every later one of this step is refused, more often than it is asked again.
        void Break(int after)
        {
            var seen = 0;
            Again();
            void Again() =>
                _kolada.Next(
                    "/data/",
                    async context =>
                    {
                        if (seen++ < after)
                        {
                            await context.Response.WriteAsync(
                                """{"values":[{"values":[{"gender":"T","count":1,"status":"","value":79,"isdeleted":false}],"kpi":"N00001","period":2025,"municipality":"0000"}],"next_url":"?page=2"}"""
                            );
                            Again();
                            return;
                        }

                        context.Response.StatusCode = 404;
                    }
                );
        }
    }

    [Theory]
    [InlineData("""{"values":[{"kpi":"N00001","period":2024}]}""")]
    [InlineData("""{"values":[{"kpi":"N00001","period":2024,"municipality":"0665","values":[{"value":1e999,"gender":"T"}]}]}""")]
    [InlineData("""{"values":[{"kpi":"N00001","period":2024,"municipality":"0665","values":[{"value":1}]}]}""")]
    [InlineData("""{"values":[""")]
    [InlineData("<html>Not today</html>")]
    [InlineData("")]
    [InlineData("null")]
    public async Task One_bad_page_leaves_nothing_half_imported_and_is_named(string body)
    {
        _kolada.Body("/data/", body);
        var fault = await Should.ThrowAsync<SourceException>(() => FetchAsync("N00001"));
        fault.Fault.ShouldBe(SourceFault.Unreadable);
        fault.Address.ShouldContain("/data/kpi/N00001");
        (await FiguresAsync("")).ShouldBeEmpty();
        var said = await server.ReadAsync(_name, "select message from statistics.imports where state = 'Failed'");
        said.Single().ShouldContain("Svaret går inte att läsa");
        said.Single().ShouldContain("/data/kpi/N00001");
    }

    [Fact]
    public async Task A_page_that_stays_bad_does_not_hold_up_later_imports()
    {
        await FetchAsync();
        _kolada.PageSize = 1;
        _kolada.With("N00001", "0000", 2024, 78);
        _kolada.Body("/data/", """{"values":[],"next_url":"?page=2"}""");
        _kolada.Body("/data/", "<html>");
        await Should.ThrowAsync<SourceException>(() => FetchAsync("N00001"));
        _kolada.Body("/data/", "<html>");
        await FetchAsync("N00001");
        (await FiguresAsync("")).Count.ShouldBe(9);
        (await server.ReadAsync(_name, "select fetched::text from statistics.imports where state = 'Failed'")).ShouldBe(["0"]);
    }

    [Theory]
    [InlineData("http://127.0.0.2:9/v3/data/kpi/N00001", SourceFault.Elsewhere)]
    [InlineData("https://kolada.example/v3/kpi", SourceFault.Elsewhere)]
    [InlineData("file:///etc/passwd", SourceFault.Elsewhere)]
    [InlineData("/../secret", SourceFault.Elsewhere)]
    [InlineData("", SourceFault.EndlessPages)]
    public async Task The_next_page_must_lie_within_the_source_and_be_new(string next, SourceFault fault)
    {
        _kolada.Body("/data/", $$"""{"values":[],"next_url":"{{next}}"}""");
        _kolada.Body("/data/", $$"""{"values":[],"next_url":"{{next}}"}""");
        (await Should.ThrowAsync<SourceException>(() => FetchAsync("N00001"))).Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_refused()
    {
        _kolada.Next(
            "/kpi",
            context =>
            {
                context.Response.Redirect("http://127.0.0.2:80/v3/kpi");
                return Task.CompletedTask;
            }
        );
        (await Should.ThrowAsync<SourceException>(() => FetchAsync())).Fault.ShouldBe(SourceFault.Elsewhere);
    }

    [Fact]
    public async Task A_private_address_is_refused_when_connecting()
    {
        using var client = new SourceClient(new SourceLimits { Address = _kolada.Address }, _time);
        (
            await Should.ThrowAsync<SourceException>(() => client.GetAsync(new Uri(_kolada.Address, "kpi"), cancellation: Cancel))
        ).Fault.ShouldBe(SourceFault.PrivateAddress);
        _kolada.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_capped_by_size_and_time()
    {
        using var small = new SourceClient(Limits() with { LargestAnswer = 1000 }, _time);
        _kolada.Body("/kpi", new string(' ', 5000));
        (
            await Should.ThrowAsync<SourceException>(() => small.GetAsync(new Uri(_kolada.Address, "kpi"), cancellation: Cancel))
        ).Fault.ShouldBe(SourceFault.TooLarge);
        using var brief = new SourceClient(Limits() with { Patience = TimeSpan.FromSeconds(5), Retries = 1 }, _time);
        _kolada.Next("/kpi", context => Task.Delay(20_000, context.RequestAborted));
        _kolada.Next("/kpi", context => Task.Delay(20_000, context.RequestAborted));
        (
            await Should.ThrowAsync<SourceException>(() => brief.GetAsync(new Uri(_kolada.Address, "kpi"), cancellation: Cancel))
        ).Fault.ShouldBe(SourceFault.TooSlow);
    }

    [Fact]
    public async Task Questions_are_put_no_faster_than_agreed()
    {
        using var client = new SourceClient(Limits() with { RequestsPerSecond = 20 }, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetAsync(new Uri(_kolada.Address, "kpi"), cancellation: Cancel)));
        var times = _kolada.Asked.Select(a => a.At).Order().ToList();
        (times[^1] - times[0]).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(180));
    }

    [Fact]
    public async Task A_stopped_import_shows_nothing_and_can_be_gone_on_with()
    {
        await FetchAsync();
        using var stop = new CancellationTokenSource();
        _kolada.Next(
            "/data/",
            async context =>
            {
                await stop.CancelAsync();
                await context.Response.WriteAsync("{\"values\":[]}");
            }
        );
        await Should.ThrowAsync<OperationCanceledException>(() => FetchAsync(new ImportStatistics(KeyFigures: ["N00001"]), stop.Token));
        (await server.ReadAsync(_name, "select state from statistics.imports order by id desc limit 1")).ShouldBe(["Stopped"]);
        (await FiguresAsync("")).ShouldBeEmpty();
        await FetchAsync("N00001");
        (await FiguresAsync("")).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Two_at_once_are_one()
    {
        var gate = new TaskCompletionSource();
        _kolada.Next(
            "/kpi",
            async context =>
            {
                await gate.Task;
                context.Response.StatusCode = 500;
            }
        );
        var first = FetchAsync("N00001");
        while (_kolada.Asked.IsEmpty)
        {
            await Task.Delay(20, Cancel);
        }

        await Should.ThrowAsync<ImportIsRunningException>(() => FetchAsync("N00001"));
        gate.SetResult();
        (await first).Imports.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_definition_is_kept_with_the_import_that_changed_it()
    {
        await FetchAsync("N00001");
        _kolada.KeyFigures[0] = StandInKolada.KeyFigure("N00001", "Trygga elever, ny definition, andel (%)");
        _kolada.KeyFigures.RemoveAt(1);
        await FetchAsync();
        (await server.ReadAsync(_name, "select facts ->> 'title' from statistics.earlier_facts")).ShouldBe(["Trygga elever, andel (%)"]);
        (await server.ReadAsync(_name, "select code from statistics.key_figures where removed_by is not null")).ShouldBe(["N00002"]);
    }

    [Fact]
    public async Task A_source_that_has_lost_most_of_its_catalogue_is_taken_to_be_broken()
    {
        for (var i = 3; i < 12; i++)
        {
            _kolada.KeyFigures.Add(StandInKolada.KeyFigure($"N0{i:0000}", $"Nyckeltal {i}, antal"));
        }

        await FetchAsync();
        _kolada.KeyFigures.RemoveRange(1, _kolada.KeyFigures.Count - 1);
        (await Should.ThrowAsync<SourceException>(() => FetchAsync())).Fault.ShouldBe(SourceFault.Unreadable);
        (await server.ReadAsync(_name, "select count(*)::text from statistics.key_figures where removed_by is null")).ShouldBe(["11"]);
    }

    private SourceLimits Limits() =>
        new()
        {
            Address = _kolada.Address,
            AllowsPrivateAddresses = true,
            RequestsPerSecond = 1000,
        };

    private Task<ImportOutcome> FetchAsync(params string[] keyFigures) => FetchAsync(new ImportStatistics(KeyFigures: keyFigures));

    private Task<ImportOutcome> FetchAsync(ImportStatistics asked, CancellationToken cancellation = default)
    {
        var records = new SteeringRecords(_database, new NationalStatistics());
        var handler = new ImportStatisticsHandler(
            _database,
            new StatisticsImports(_database, _time),
            new StatisticsSettings(Limits(), null),
            new DeliverFiguresHandler(new Ledger(_database, _time), records, _time),
            new TellOwnersHandler(_database, records, new StatisticsChanges(_database), new Accounts(_database), _time),
            _time
        );
        return handler.HandleAsync(Actor.Operator(default), asked, null, cancellation == default ? Cancel : cancellation);
    }

    private Task<List<string>> FiguresAsync(string more) =>
        server.ReadAsync(
            _name,
            $"""
            select concat_ws(' ', k.code, a.code, f.year, f.gender, coalesce(f.value::text, '–'), coalesce(f.status, ''))
              from statistics.figures f join statistics.key_figures k on k.id = f.key_figure_id join statistics.areas a on a.id = f.area_id
             where true {more}
            """
        );

    /// <summary>Waits fifty times shorter than it is asked to.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(
                callback,
                state,
                dueTime > TimeSpan.Zero ? dueTime / 50 : dueTime,
                period > TimeSpan.Zero ? period / 50 : period
            );
    }
}
