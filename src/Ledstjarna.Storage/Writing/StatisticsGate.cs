using Npgsql;

namespace Ledstjarna.Storage.Writing;

/// <summary>Lets one fetch statistics at a time, in the whole installation. Left when it is disposed, and by itself when the process ends.</summary>
public sealed class StatisticsGate : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private StatisticsGate(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Null: someone is in.</summary>
    public static async Task<StatisticsGate?> EnterAsync(Database database, CancellationToken cancellation)
    {
        var connection = await database.ConnectAsync(cancellation);
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtext('statistics import'))", connection);
        if (await command.ExecuteScalarAsync(cancellation) is true)
        {
            return new StatisticsGate(connection);
        }

        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var command = new NpgsqlCommand("select pg_advisory_unlock(hashtext('statistics import'))", _connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        await _connection.DisposeAsync();
    }
}
