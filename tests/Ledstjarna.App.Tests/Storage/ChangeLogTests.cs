using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Tests.Storage;

/// <summary>The log of changes shows when anyone, the database's owner included, has been at it.</summary>
public sealed class ChangeLogTests(Server server) : IAsyncLifetime
{
    private const int Links = 6;
    private string _name = "";
    private Database _database = null!;
    private OrganisationId _organisation;

    public async ValueTask InitializeAsync()
    {
        _name = await server.NewDatabaseAsync();
        _database = new Database(server.AsApp(_name));
        _organisation = (await _database.OrganisationsAsync(CancellationToken.None)).Single().OrganisationId;
        for (var i = 0; i < Links; i++)
        {
            await WriteAsync($"ändring {i + 1}");
        }

        await server.RunAsync(_name, "create table kept as select * from changes");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_change_in_any_field_of_any_link_names_that_link()
    {
        var columns = await server.ReadAsync(
            _name,
            "select column_name || ' ' || data_type from information_schema.columns where table_name = 'changes' and table_schema = 'public'"
        );
        columns.Count.ShouldBeGreaterThan(12);
        foreach (var column in columns)
        {
            var name = column.Split(' ')[0];
            var number = (columns.IndexOf(column) % Links) + 1;
            await TamperAsync($"update changes set {name} = {Other(name, column[(name.Length + 1)..])} where number = {number}");
            var check = await VerifyAsync();
            (check.Fault is not null, check.Number, check.Links).ShouldBe((true, number, number - 1L), column);
        }

        await TamperAsync("select 1");
        (await VerifyAsync()).ShouldBe(new ChainCheck(Links, null, null));
    }

    [Fact]
    public async Task A_reason_made_empty_is_not_the_same_as_none()
    {
        await TamperAsync("update changes set why = '' where number = 2");
        (await VerifyAsync()).Number.ShouldBe(2);
    }

    [Theory]
    [InlineData("delete from changes where number = 3", ChainFault.Gap, 3)]
    [InlineData("delete from changes where number = 1", ChainFault.Gap, 1)]
    [InlineData("delete from changes where number = 3; update changes set number = number - 1 where number > 3", ChainFault.Detached, 3)]
    [InlineData(
        "update changes set number = -number where number in (2, 3); update changes set number = 5 + number where number < 0",
        ChainFault.Detached,
        2
    )]
    [InlineData(
        "insert into changes select organisation_id, 7, at, account_id, by, kind, thing_kind, thing_id, thing_name, why, fields, hash, hash from changes where number = 6",
        ChainFault.Altered,
        7
    )]
    public async Task Links_removed_swapped_or_added_by_hand_are_found(string sql, ChainFault fault, long number)
    {
        await TamperAsync(sql);
        (await VerifyAsync()).ShouldBe(new ChainCheck(number - 1, fault, number));
    }

    [Fact]
    public async Task The_newest_links_cut_off_are_missed_when_an_anchor_was_kept()
    {
        var anchor = await new ChangeLog(_database).NewestAsync(_organisation, CancellationToken.None);
        await TamperAsync("delete from changes where number > 4");
        (await VerifyAsync(anchor)).ShouldBe(new ChainCheck(4, ChainFault.CutOff, 5));

        // As long again, but not the same.
        await WriteAsync("annat 5");
        await WriteAsync("annat 6");
        (await VerifyAsync()).Fault.ShouldBeNull("the chain alone cannot tell");
        (await VerifyAsync(anchor)).ShouldBe(new ChainCheck(5, ChainFault.CutOff, 6));
    }

    [Fact]
    public async Task The_server_itself_cannot_change_or_remove_a_link()
    {
        await using var db = _database.Context(_organisation);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => RunAsync("update changes set by = 'Någon annan'"));
        await Should.ThrowAsync<Npgsql.PostgresException>(() => RunAsync("delete from changes"));
        await Should.ThrowAsync<Npgsql.PostgresException>(() => RunAsync("truncate changes"));
        (await VerifyAsync()).Links.ShouldBe(Links);

        async Task RunAsync(string sql)
        {
            await using var connection = new Npgsql.NpgsqlConnection(server.AsApp(_name) + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = new Npgsql.NpgsqlCommand(
                $"select set_config('app.organisation', '{_organisation.Value}', false); {sql}",
                connection
            );
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Writers_at_once_give_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => WriteAsync($"samtidig {i}")));
        (await VerifyAsync()).ShouldBe(new ChainCheck(Links + 24, null, null));
    }

    [Fact]
    public async Task The_verb_says_which_link_is_broken_and_ends_with_one()
    {
        var folder = Directory.CreateTempSubdirectory("ledstjarna-ankare-");
        try
        {
            var environment = new Dictionary<string, string>
            {
                ["ConnectionStrings__Ledstjarna"] = server.AsApp(_name),
                ["ConnectionStrings__LedstjarnaOwner"] = server.AsOwner(_name),
                ["Ledstjarna__Anchors"] = folder.FullName,
            };
            (await Cli.Program.RunAsync(["export-anchor"], environment: environment)).ExitCode.ShouldBe(0);
            var whole = await Cli.Program.RunAsync(["verify-log"], environment: environment);
            (whole.ExitCode, whole.Errors).ShouldBe((0, ""));
            whole.Output.ShouldContain($"loggen är hel, {Links} länkar.");

            await TamperAsync("update changes set by = 'Någon annan' where number = 4");
            var altered = await Cli.Program.RunAsync(["verify-log"], environment: environment);
            altered.ExitCode.ShouldBe(1);
            altered.Output.ShouldContain("länk 4 är ändrad efteråt. De 3 före den håller.");

            await TamperAsync("delete from changes where number > 5");
            var cut = await Cli.Program.RunAsync(["verify-log"], environment: environment);
            cut.ExitCode.ShouldBe(1);
            cut.Output.ShouldContain("avkortad eller utbytt från länk 6");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Two_anchors_of_one_link_that_differ_are_a_fault_whichever_holds()
    {
        var hash = (await server.ReadAsync(_name, "select encode(hash, 'hex') from changes where number = 3")).Single();
        (await VerifyAsync(new ChainAnchor(3, hash), new ChainAnchor(3, hash))).Fault.ShouldBeNull();
        (await VerifyAsync(new ChainAnchor(3, new string('a', 64)), new ChainAnchor(3, hash))).Fault.ShouldBe(ChainFault.CutOff);
    }

    private async Task WriteAsync(string what) =>
        await new Ledger(_database, TimeProvider.System).WriteAsync(
            Actor.Operator(_organisation),
            (_, _) =>
                Task.FromResult<IReadOnlyList<ChangeEntry>>([
                    new ChangeEntry(ChangeKind.Changed, "prov", "1", what, [new FieldChange("namn", "Namn", "å", what)]),
                ]),
            CancellationToken.None
        );

    private Task<ChainCheck> VerifyAsync(params ChainAnchor[] anchors) =>
        new ChangeLog(_database).VerifyAsync(_organisation, anchors, CancellationToken.None);

    /// <summary>On the log as it was written, by one who can switch off every guard.</summary>
    private Task TamperAsync(string sql) =>
        server.RunAsync(
            _name,
            $"set session_replication_role = replica; delete from changes; insert into changes select * from kept; {sql}"
        );

    private static string Other(string column, string type) =>
        (column, type) switch
        {
            ("kind", _) => "'Removed'",
            (_, "uuid") => "gen_random_uuid()",
            (_, "bigint") => $"{column} + 100",
            (_, "timestamp with time zone") => $"{column} + interval '1 microsecond'",
            (_, "bytea") => $"set_byte({column}, 31, (get_byte({column}, 31) + 1) % 256)",
            (_, "text") => $"coalesce({column}, '') || 'x'",
            _ => throw new InvalidOperationException($"Say how a {type} is altered."),
        };
}
