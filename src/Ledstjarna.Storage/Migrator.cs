using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledstjarna.Storage.Cluster;
using Npgsql;

namespace Ledstjarna.Storage;

/// <summary>Brings a database's schema up to date: numbered plain SQL, each applied once, in order, under an advisory lock.</summary>
public static class Migrator
{
    private const long LockKey = 0x4C656473_746A6172; // "Ledstjar"

    /// <summary>Applies what is missing. Of several at once one does the work and the others wait.</summary>
    /// <param name="connectionString">Of the role that owns the tables.</param>
    /// <param name="appRole">The role that the app works as, when it is another: gets the rights it needs. Null: the owner itself.</param>
    /// <param name="cancellation">Between migrations nothing is half done.</param>
    /// <returns>The names of those applied.</returns>
    /// <exception cref="ClusterException">A migration was changed after it was applied here, or the database is newer than the program.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        string connectionString,
        string? appRole = null,
        CancellationToken cancellation = default
    )
    {
        await using var db = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await db.OpenAsync(cancellation);
        await RunAsync(db, string.Create(CultureInfo.InvariantCulture, $"select pg_advisory_lock({LockKey})"), cancellation);
        await RunAsync(
            db,
            "create table if not exists schema_migrations (number integer primary key, name text not null, sha256 bytea not null, at timestamptz not null default now())",
            cancellation
        );
        var applied = await AppliedAsync(db, cancellation);
        var all = Migration.All();
        if (applied.Keys.DefaultIfEmpty().Max() is var newest && newest > all[^1].Number)
        {
            throw new ClusterException(
                $"Databasen är nyare än programmet: den har migrering {newest}, programmet bara {all[^1].Number}. Kör en nyare version av Ledstjärna.",
                $"The database is newer than the program: it has migration {newest}, the program only {all[^1].Number}. Run a newer version of Ledstjärna."
            );
        }

        var done = new List<string>();
        foreach (var migration in all)
        {
            if (applied.TryGetValue(migration.Number, out var hash))
            {
                if (!hash.AsSpan().SequenceEqual(migration.Sha256))
                {
                    throw new ClusterException(
                        $"{migration.Name} har ändrats efter att den kördes i den här databasen. Kör den version av Ledstjärna som databasen gjordes med.",
                        $"{migration.Name} was changed after it was applied to this database. Run the version of Ledstjärna that made the database."
                    );
                }

                continue;
            }

            await ApplyAsync(db, migration, cancellation);
            done.Add(migration.Name);
        }

        if (appRole is not null)
        {
            await GrantAsync(db, appRole, cancellation);
        }

        return done;
    }

    private static async Task ApplyAsync(NpgsqlConnection db, Migration migration, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginTransactionAsync(cancellation);
        await RunAsync(db, migration.Sql, cancellation);
        await using var note = new NpgsqlCommand("insert into schema_migrations (number, name, sha256) values ($1, $2, $3)", db)
        {
            Parameters =
            {
                new() { Value = migration.Number },
                new() { Value = migration.Name },
                new() { Value = migration.Sha256 },
            },
        };
        await note.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Reading and writing rows, nothing more: no schema changes, and row-level security always on.</summary>
    private static async Task GrantAsync(NpgsqlConnection db, string role, CancellationToken cancellation)
    {
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(role);
        foreach (var schema in (string[])["public", "statistics", "installation"])
        {
            await RunAsync(db, $"grant usage on schema {schema} to {name}", cancellation);
            await RunAsync(db, $"grant select, insert, update, delete on all tables in schema {schema} to {name}", cancellation);
            await RunAsync(db, $"grant usage on all sequences in schema {schema} to {name}", cancellation);
        }

        await RunAsync(db, $"revoke insert, update, delete on schema_migrations from {name}", cancellation);
    }

    private static async Task<Dictionary<int, byte[]>> AppliedAsync(NpgsqlConnection db, CancellationToken cancellation)
    {
        var applied = new Dictionary<int, byte[]>();
        await using var query = new NpgsqlCommand("select number, sha256 from schema_migrations", db);
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            applied[rows.GetInt32(0)] = (byte[])rows[1];
        }

        return applied;
    }

    private static async Task RunAsync(NpgsqlConnection db, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, db);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Migration(int Number, string Name, string Sql)
    {
        public byte[] Sha256 { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Sql));

        public static List<Migration> All()
        {
            var assembly = typeof(Migrator).Assembly;
            var all = new List<Migration>();
            foreach (
                var name in assembly
                    .GetManifestResourceNames()
                    .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
            )
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                all.Add(
                    new(
                        int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture),
                        name,
                        reader.ReadToEnd().ReplaceLineEndings("\n")
                    )
                );
            }

            return all;
        }
    }
}
