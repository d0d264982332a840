using Ledstjarna.Domain;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.Storage;

/// <summary>The database as the app works with it: through contexts that see one organisation each.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<LedstjarnaContext> _options;

    /// <param name="connectionString">Of a role that cannot go round row-level security.</param>
    /// <exception cref="ArgumentException">The connections would keep one organisation's mark for the next.</exception>
    public Database(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.NoResetOnClose)
        {
            throw new ArgumentException(
                "'No Reset On Close' would let one organisation's connection be reused by another",
                nameof(connectionString)
            );
        }

        _source = NpgsqlDataSource.Create(settings);
        _options = new DbContextOptionsBuilder<LedstjarnaContext>().UseNpgsql(_source).AddInterceptors(new SetOrganisation()).Options;
    }

    public LedstjarnaContext Context(OrganisationId organisation) => new(_options, organisation);

    /// <summary>Every organisation in the installation, by name.</summary>
    public async Task<IReadOnlyList<Organisation>> OrganisationsAsync(CancellationToken cancellation = default)
    {
        await using var db = Context(default);
        return await db.Set<Organisation>()
            .IgnoreQueryFilters([LedstjarnaContext.OrganisationFilter])
            .AsNoTracking()
            .OrderBy(o => o.Name)
            .ToListAsync(cancellation);
    }

    /// <summary>Answers at all, and with the schema in place.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation = default)
    {
        try
        {
            await using var command = _source.CreateCommand("select count(*) from schema_migrations");
            return await command.ExecuteScalarAsync(cancellation) is > 0L;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether the role can go round row-level security: then it is the wrong role to work as.</summary>
    public async Task<bool> CanBypassAsync(CancellationToken cancellation = default)
    {
        await using var command = _source.CreateCommand("select rolsuper or rolbypassrls from pg_roles where rolname = current_user");
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>A command outside any organisation: row-level security shows it no organisation's rows.</summary>
    internal NpgsqlCommand Command(string sql) => _source.CreateCommand(sql);

    /// <summary>A connection of one's own, outside any organisation.</summary>
    internal ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellation) => _source.OpenConnectionAsync(cancellation);

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
