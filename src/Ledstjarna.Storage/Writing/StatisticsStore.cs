using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.Storage.Writing;

/// <summary>What an import did to the values.</summary>
/// <param name="Added">That were not there before.</param>
/// <param name="Revised">That the source has changed.</param>
/// <param name="Withdrawn">That the source has taken back.</param>
public readonly record struct ValueChanges(int Added, int Revised, int Withdrawn);

/// <summary>
/// Takes values in, many millions at a time, past the object mapper: all of an import or none. What a value was before is kept with the import
/// that changed it.
/// </summary>
public static class StatisticsStore
{
    private const string SameValue =
        "f.key_figure_id = i.key_figure_id and f.gender = i.gender and f.year = i.year and f.area_id = i.area_id";

    private const string SaysOther =
        "(f.value, f.status, f.count, f.is_preliminary) is distinct from (i.value, i.status, i.count, i.is_preliminary)";

    private const string Columns = "value, key_figure_id, import_id, area_id, year, gender, count, is_preliminary, status";
    private const string OfFigure =
        "f.value, f.key_figure_id, f.import_id, f.area_id, f.year, f.gender, f.count, f.is_preliminary, f.status";

    /// <summary>Within the context's transaction.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="import">Whose values they are.</param>
    /// <param name="scope">The key figures asked for, by number.</param>
    /// <param name="isWhole">All there is of them is here: what is not has been taken back at the source. Units are let be.</param>
    /// <param name="pages">The values, a page at a time; read twice if one of them comes twice, or was there before.</param>
    /// <param name="progress">Told how many values have gone in.</param>
    /// <param name="cancellation">The transaction is to be rolled back.</param>
    public static async Task<ValueChanges> TakeInAsync(
        LedstjarnaContext db,
        int import,
        IReadOnlyCollection<int> scope,
        bool isWhole,
        IEnumerable<IReadOnlyList<NationalValue>> pages,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        int[] keyFigures = [.. scope];
        var hasEarlier = await AnyAsync(connection, keyFigures, cancellation);
        var told = new HashSet<int>();
        if (
            !(hasEarlier && isWhole)
            && await TryCopyAsync(db, connection, import, hasEarlier, pages, told, progress, cancellation) is { } added
        )
        {
            await NoteAsync(connection, import, [.. told], cancellation);
            return new ValueChanges(added, 0, 0);
        }

        await RunAsync(
            connection,
            """
            create temp table incoming (
                value double precision, key_figure_id integer, area_id integer, year smallint, gender smallint, count smallint,
                is_preliminary boolean, is_deleted boolean, status text, n integer) on commit drop
            """,
            cancellation
        );
        Copy(
            connection,
            "copy incoming (value, key_figure_id, area_id, year, gender, count, is_preliminary, is_deleted, status, n) from stdin (format binary)",
            pages,
            WriteIncoming,
            progress,
            cancellation
        );
        await RunAsync(
            connection,
            $"""
            create index on incoming (key_figure_id, gender, year, area_id);
            analyze incoming;
            delete from incoming f using incoming i where {SameValue} and f.n < i.n;
            """,
            cancellation
        );
        var withdrawn =
            await RunAsync(connection, Keep($"i.is_deleted"), cancellation, import)
            + (isWhole ? await RunAsync(connection, KeepAbsent, cancellation, import, keyFigures) : 0);
        var revised = await RunAsync(connection, Keep($"not i.is_deleted and {SaysOther}"), cancellation, import);
        await RunAsync(
            connection,
            """
            delete from statistics.figures f using statistics.earlier_figures e
             where e.replaced_by = $1 and f.key_figure_id = e.key_figure_id and f.gender = e.gender and f.year = e.year and f.area_id = e.area_id
            """,
            cancellation,
            import
        );
        var written = await RunAsync(
            connection,
            $"""
            insert into statistics.figures ({Columns})
            select i.value, i.key_figure_id, $1, i.area_id, i.year, i.gender, i.count, i.is_preliminary, i.status from incoming i
             where not i.is_deleted and not exists (select from statistics.figures f where {SameValue})
             order by i.key_figure_id, i.gender, i.year, i.area_id
            """,
            cancellation,
            import
        );
        await RunAsync(
            connection,
            """
            update statistics.key_figures k set values_import_id = $1
             where exists (select from statistics.earlier_figures e where e.replaced_by = $1 and e.key_figure_id = k.id)
                or (k.id in (select key_figure_id from incoming)
                    and exists (select from statistics.figures f where f.key_figure_id = k.id and f.import_id = $1))
            """,
            cancellation,
            import
        );
        return new ValueChanges(written - revised, revised, withdrawn);
    }

    private const string KeepAbsent = $"""
        insert into statistics.earlier_figures ({Columns}, replaced_by)
        select {OfFigure}, $1 from statistics.figures f join statistics.areas a on a.id = f.area_id
         where f.key_figure_id = any($2) and a.kind <> 'Unit' and not exists (select from incoming i where {SameValue})
        """;

    private static string Keep(string which) =>
        $"insert into statistics.earlier_figures ({Columns}, replaced_by) select {OfFigure}, $1 from statistics.figures f join incoming i on {SameValue} where {which}";

    /// <summary>
    /// Straight in, where nothing was there before. Null: a value came twice, was there already or has been taken back, and nothing was written.
    /// </summary>
    private static async Task<int?> TryCopyAsync(
        LedstjarnaContext db,
        NpgsqlConnection connection,
        int import,
        bool hasEarlier,
        IEnumerable<IReadOnlyList<NationalValue>> pages,
        HashSet<int> told,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync("before_copy", cancellation);
        try
        {
            var rows = Copy(
                connection,
                $"copy statistics.figures ({Columns}) from stdin (format binary)",
                pages,
                (row, value, _) => WriteFigure(row, value, import, hasEarlier, told),
                progress,
                cancellation
            );
            await transaction.ReleaseSavepointAsync("before_copy", cancellation);
            return rows;
        }
        catch (Exception e) when (e is TakenBackException or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            await transaction.RollbackToSavepointAsync("before_copy", cancellation);
            return null;
        }
    }

    private static int Copy(
        NpgsqlConnection connection,
        string sql,
        IEnumerable<IReadOnlyList<NationalValue>> pages,
        Func<BinaryRows, NationalValue, int, bool> write,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var count = 0;
        using var stream = connection.BeginRawBinaryCopy(sql);
        using var rows = new BinaryRows(stream);
        rows.Begin();
        try
        {
            foreach (var page in pages)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var i = 0; i < page.Count; i++)
                {
                    count += write(rows, page[i], count) ? 1 : 0;
                }

                progress?.Report(count);
            }
        }
        catch
        {
            stream.Cancel();
            throw;
        }

        rows.End();
        return count;
    }

    private static bool WriteFigure(BinaryRows row, in NationalValue value, int import, bool hasEarlier, HashSet<int> told)
    {
        if (value.IsDeleted)
        {
            return hasEarlier ? throw new TakenBackException() : false;
        }

        told.Add(value.KeyFigureId);

        row.Row(9);
        WriteValue(row, value.Value);
        row.Write(value.KeyFigureId);
        row.Write(import);
        row.Write(value.AreaId);
        row.Write(value.Year);
        row.Write((short)value.Gender);
        row.Write(value.Count);
        row.Write(value.IsPreliminary);
        row.Write(value.Status);
        return true;
    }

    /// <summary>A value that may be there has been taken back: it is not enough to add.</summary>
    private sealed class TakenBackException : Exception;

    private static bool WriteIncoming(BinaryRows row, NationalValue value, int n)
    {
        row.Row(10);
        WriteValue(row, value.Value);
        row.Write(value.KeyFigureId);
        row.Write(value.AreaId);
        row.Write(value.Year);
        row.Write((short)value.Gender);
        row.Write(value.Count);
        row.Write(value.IsPreliminary);
        row.Write(value.IsDeleted);
        row.Write(value.Status);
        row.Write(n);
        return true;
    }

    private static void WriteValue(BinaryRows row, double? value)
    {
        if (value is { } known)
        {
            row.Write(known);
        }
        else
        {
            row.Null();
        }
    }

    private static Task<int> NoteAsync(NpgsqlConnection connection, int import, int[] keyFigures, CancellationToken cancellation) =>
        RunAsync(
            connection,
            """
            update statistics.key_figures k set values_import_id = $1
             where k.id = any($2)
            """,
            cancellation,
            import,
            keyFigures
        );

    private static async Task<bool> AnyAsync(NpgsqlConnection connection, int[] keyFigures, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from unnest($1) k where exists (select from statistics.figures f where f.key_figure_id = k))",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter { Value = keyFigures });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<int> RunAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellation,
        params object[] parameters
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
