using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Cluster;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.App.Tests.Storage;

/// <summary>The schema as migrated, against the model and against its own promises.</summary>
public sealed class SchemaTests(Server server)
{
    private const string Shape = """
        select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || udt_name || ' null:' || is_nullable
               || ' collation:' || coalesce(collation_name, '') || ' identity:' || is_identity
          from information_schema.columns where table_schema in ('public', 'statistics') and table_name <> 'schema_migrations'
           and table_name not in (select table_name from information_schema.views where table_schema = 'public')
        union all
        select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
         where connamespace in ('public'::regnamespace, (select oid from pg_namespace where nspname = 'statistics')) and contype in ('p', 'f', 'u')
           and conrelid::regclass::text <> 'schema_migrations'
        union all
        select 'index ' || indexdef from pg_indexes
         where schemaname in ('public', 'statistics') and tablename <> 'schema_migrations' and indexname not in (select conname from pg_constraint)
        """;

    private const string TablesWithoutWall = """
        select c.relname from pg_class c
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations'
           and not (c.relrowsecurity and c.relforcerowsecurity
              and exists (select from pg_policy p where p.polrelid = c.oid)
              and exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                           where i.indrelid = c.oid and i.indisprimary and a.attname = 'organisation_id'))
        """;

    [Fact]
    public async Task The_model_and_the_migrated_schema_say_the_same()
    {
        var (migrated, modelled) = (await server.NewDatabaseAsync("empty_template"), await server.NewDatabaseAsync(null));
        await using var model = new LedstjarnaContext(
            new DbContextOptionsBuilder<LedstjarnaContext>().UseNpgsql(server.AsOwner(modelled)).Options,
            default
        );
        await server.RunAsync(modelled, "create collation swedish (provider = icu, locale = 'sv-SE-u-kn-true')");
        await server.RunAsync(modelled, model.Database.GenerateCreateScript());
        var (want, have) = (await server.ReadAsync(modelled, Shape), await server.ReadAsync(migrated, Shape));
        want.Count.ShouldBeGreaterThan(150);
        want.Except(have)
            .Select(x => $"only in the model: {x}")
            .Concat(have.Except(want).Select(x => $"only in the migrations: {x}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_table_belongs_to_an_organisation_and_has_the_wall()
    {
        var database = await server.NewDatabaseAsync("empty_template");
        (await server.ReadAsync(database, TablesWithoutWall)).ShouldBeEmpty();
        await server.RunAsync(database, "create table forgotten (id uuid primary key)");
        (await server.ReadAsync(database, TablesWithoutWall)).ShouldBe(["forgotten"]);
    }

    [Fact]
    public async Task The_app_role_cannot_go_round_the_wall_nor_change_the_schema()
    {
        var database = await server.NewDatabaseAsync("empty_template");
        await using var app = new Database(server.AsApp(database));
        (await app.CanBypassAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        await using var owner = new Database(server.AsOwner(database));
        (await owner.CanBypassAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        foreach (
            var sql in (string[])
                [
                    "alter table goals disable row level security",
                    "drop table goals",
                    "update schema_migrations set name = 'x'",
                    "create table t (id int)",
                ]
        )
        {
            (await Refused(server.AsApp(database), sql)).ShouldBe("42501", sql);
        }
    }

    [Fact]
    public async Task Observations_are_only_added_to_even_by_the_owner()
    {
        var database = await server.NewDatabaseAsync();
        foreach (var sql in (string[])["update observations set value = 0", "delete from observations"])
        {
            (await Refused(server.AsOwner(database), sql)).ShouldBe(PostgresErrorCodes.IntegrityConstraintViolation, sql);
        }
    }

    [Fact]
    public async Task Two_structures_are_never_valid_on_the_same_day()
    {
        var database = await server.NewDatabaseAsync();
        (await Refused(server.AsOwner(database), "update goal_structures set validity_to = null")).ShouldBe(
            PostgresErrorCodes.ExclusionViolation
        );
    }

    [Fact]
    public async Task Data_checksums_are_on_and_the_server_listens_on_no_port()
    {
        (await server.ReadAsync("postgres", "show data_checksums")).ShouldBe(["on"]);
        (await server.ReadAsync("postgres", "show listen_addresses")).ShouldBe([""]);
    }

    [Fact]
    public async Task Several_migrators_at_once_do_the_work_once()
    {
        var database = await server.NewDatabaseAsync(null);
        var applied = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrator.MigrateAsync(server.AsOwner(database))))
        );
        applied.Count(a => a.Count == 0).ShouldBe(3);
        applied.Single(a => a.Count > 0).ShouldBe(await Migrator.MigrateAsync(server.AsOwner(await server.NewDatabaseAsync(null))));
    }

    [Fact]
    public async Task A_migration_that_was_changed_afterwards_is_refused_and_so_is_a_newer_database()
    {
        var database = await server.NewDatabaseAsync("empty_template");
        await server.RunAsync(database, "update schema_migrations set sha256 = 'x' where number = 2");
        (await Should.ThrowAsync<ClusterException>(() => Migrator.MigrateAsync(server.AsOwner(database)))).Message.ShouldContain("0002");
        await server.RunAsync(database, "insert into schema_migrations (number, name, sha256) values (9999, 'later', 'x')");
        (await Should.ThrowAsync<ClusterException>(() => Migrator.MigrateAsync(server.AsOwner(database)))).Message.ShouldContain("9999");
    }

    private static async Task<string?> Refused(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }
}
