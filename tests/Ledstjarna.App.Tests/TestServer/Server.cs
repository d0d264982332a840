using Ledstjarna.App.Features.Demo;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Cluster;
using Ledstjarna.Storage.Reading;
using Npgsql;

[assembly: AssemblyFixture(typeof(Ledstjarna.App.Tests.TestServer.Server))]

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>One throw-away cluster for the whole run, with a migrated template and one with the demonstration municipality in it.</summary>
public sealed class Server : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        $"ledstjarna-test-{Guid.NewGuid():N}"[..28]
    );
    private PrivateCluster _cluster = null!;
    private int _count;

    public async ValueTask InitializeAsync()
    {
        _cluster = new PrivateCluster(
            _folder,
            new ClusterOptions
            {
                NoSync = true,
                Settings = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"],
            }
        );
        await _cluster.StartAsync();
        await RunAsync("postgres", $"create role {PrivateCluster.AppRole} login nosuperuser nobypassrls");
        await RunAsync("postgres", "create database empty_template");
        await Migrator.MigrateAsync(AsOwner("empty_template") + ";Pooling=false", PrivateCluster.AppRole);
        await RunAsync("postgres", "create database demo_template template empty_template");
        await using var database = new Database(AsApp("demo_template") + ";Pooling=false");
        await new LoadDemoHandler(database, new SteeringRecords(database, new NationalStatistics()), TimeProvider.System).HandleAsync(
            LoadDemoHandler.Operator,
            CancellationToken.None
        );
    }

    /// <summary>A database of one's own.</summary>
    /// <param name="template">"empty_template", "demo_template", or null for one without a schema.</param>
    public async Task<string> NewDatabaseAsync(string? template = "demo_template")
    {
        var name = $"t{Interlocked.Increment(ref _count)}";
        await RunAsync("postgres", template is null ? $"create database {name}" : $"create database {name} template {template}");
        return name;
    }

    /// <summary>As the login that cannot go round row-level security.</summary>
    public string AsApp(string database) => _cluster.ConnectionString(database);

    public string AsOwner(string database) => _cluster.ConnectionString(database, PrivateCluster.Owner);

    public async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(AsOwner(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Changes rows of the demonstration municipality behind the program's back; what is kept in memory is told of it, as the server may have
    /// read it already.
    /// </summary>
    public Task ChangeRowsAsync(string database, string sql) =>
        RunAsync(
            database,
            $"select set_config('app.organisation', organisation_id::text, false) from organisations where slug = 'vaggeryd'; {sql}"
        );

    /// <summary>The first column of every row.</summary>
    public async Task<List<string>> ReadAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(AsOwner(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await rows.ReadAsync())
        {
            all.Add(rows.GetValue(0).ToString()!);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        for (var i = 0; i < 200 && File.Exists(Path.Combine(_folder, "pg", "postmaster.pid")); i++)
        {
            await Task.Delay(25);
        }

        Directory.Delete(_folder, recursive: true);
    }
}
