using Ledstjarna.Storage.Cluster;
using Npgsql;

namespace Ledstjarna.Storage;

/// <summary>Where the data is kept: a private cluster in a folder, or a server of one's own.</summary>
public sealed record DatabaseSettings
{
    /// <summary>The private cluster's folder, used when there is no <see cref="Server"/>.</summary>
    public required string Folder { get; init; }

    /// <summary>A connection string to a server of one's own. Null: the private cluster.</summary>
    public string? Server { get; init; }

    /// <summary>A connection string for migrations there, when another role owns the tables. Null: the same.</summary>
    public string? ServerOwner { get; init; }
}

/// <summary>Opens the database: starts the private cluster when that is what is asked for, and brings the schema up to date.</summary>
public sealed class DatabaseHome : IAsyncDisposable
{
    private const string Name = "ledstjarna";
    private readonly PrivateCluster? _cluster;

    private DatabaseHome(Database database, PrivateCluster? cluster, IReadOnlyList<string> applied) =>
        (Database, _cluster, Applied) = (database, cluster, applied);

    public Database Database { get; }

    /// <summary>The migrations that were applied just now.</summary>
    public IReadOnlyList<string> Applied { get; }

    /// <exception cref="ClusterException">The database cannot be had; the message says why and what to do.</exception>
    public static async Task<DatabaseHome> OpenAsync(DatabaseSettings settings, CancellationToken cancellation = default)
    {
        if (settings.Server is null)
        {
            return await OpenPrivateAsync(settings.Folder, cancellation);
        }

        try
        {
            var owner = settings.ServerOwner ?? settings.Server;
            var role = settings.ServerOwner is null ? null : new NpgsqlConnectionStringBuilder(settings.Server).Username;
            var applied = await Migrator.MigrateAsync(owner, role, cancellation);
            var database = new Database(settings.Server);
            if (await database.CanBypassAsync(cancellation))
            {
                await database.DisposeAsync();
                throw new ClusterException(
                    "Rollen i ConnectionStrings__Ledstjarna kan gå förbi radskyddet (superuser eller bypassrls). Ange en vanlig roll, och ägaren i ConnectionStrings__LedstjarnaOwner.",
                    "The role in ConnectionStrings__Ledstjarna can bypass row-level security (superuser or bypassrls). Name an ordinary role, and the owner in ConnectionStrings__LedstjarnaOwner."
                );
            }

            return new DatabaseHome(database, null, applied);
        }
        catch (ArgumentException e)
        {
            throw new ClusterException(
                $"Anslutningssträngen går inte att läsa: {e.Message} Kontrollera ConnectionStrings__Ledstjarna.",
                $"The connection string cannot be read: {e.Message} Check ConnectionStrings__Ledstjarna.",
                e
            );
        }
        catch (NpgsqlException e)
        {
            throw new ClusterException(
                $"Databasservern svarar inte eller nekar: {e.Message} Kontrollera ConnectionStrings__Ledstjarna och att servern är igång.",
                $"The database server does not answer or refuses: {e.Message} Check ConnectionStrings__Ledstjarna and that the server runs.",
                e
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    private static async Task<DatabaseHome> OpenPrivateAsync(string folder, CancellationToken cancellation)
    {
        var cluster = new PrivateCluster(folder);
        try
        {
            await cluster.StartAsync(cancellation);
            await EnsureDatabaseAsync(cluster.ConnectionString("postgres", PrivateCluster.Owner), cancellation);
            var applied = await Migrator.MigrateAsync(
                cluster.ConnectionString(Name, PrivateCluster.Owner),
                PrivateCluster.AppRole,
                cancellation
            );
            return new DatabaseHome(new Database(cluster.ConnectionString(Name)), cluster, applied);
        }
        catch (NpgsqlException e)
        {
            await cluster.DisposeAsync();
            throw new ClusterException(
                $"Databasen i {cluster.Folder} svarar inte som den ska: {e.Message} Kontrollera diskutrymmet och försök igen.",
                $"The database in {cluster.Folder} does not answer as it should: {e.Message} Check the disk space and try again.",
                e
            );
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Role and database, once; of two processes at once one makes them.</summary>
    private static async Task EnsureDatabaseAsync(string connectionString, CancellationToken cancellation)
    {
        await using var db = new NpgsqlConnection(connectionString + ";Pooling=false");
        await db.OpenAsync(cancellation);
        foreach (
            var (exists, make) in new[]
            {
                (
                    $"select 1 from pg_roles where rolname = '{PrivateCluster.AppRole}'",
                    $"create role {PrivateCluster.AppRole} login nosuperuser nobypassrls"
                ),
                ($"select 1 from pg_database where datname = '{Name}'", $"create database {Name}"),
            }
        )
        {
            await using var look = new NpgsqlCommand(exists, db);
            if (await look.ExecuteScalarAsync(cancellation) is not null)
            {
                continue;
            }

            try
            {
                await using var command = new NpgsqlCommand(make, db);
                await command.ExecuteNonQueryAsync(cancellation);
            }
            catch (PostgresException e)
                when (e.SqlState
                        is PostgresErrorCodes.DuplicateObject
                            or PostgresErrorCodes.DuplicateDatabase
                            or PostgresErrorCodes.UniqueViolation
                )
            {
                // Another process was faster.
            }
        }
    }
}
