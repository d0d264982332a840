using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Ledstjarna.Storage.Model;

/// <summary>Tells the database on every opened connection whose rows may be seen: row-level security asks for it.</summary>
internal sealed class SetOrganisation : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = Command(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, ConnectionEndEventData data)
    {
        var organisation = ((LedstjarnaContext)data.Context!).Organisation;
        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.organisation', $1, false)";
        command.Parameters.Add(new NpgsqlParameter { Value = organisation.Value.ToString() });
        return command;
    }
}
