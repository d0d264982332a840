using System.Collections.Concurrent;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.Storage.Reading;

/// <summary>
/// The figures in use, in memory: one block per key figure and gender, kept until an import changes the key figure's values.
/// </summary>
public sealed class NationalStatistics
{
    private readonly ConcurrentDictionary<(int KeyFigure, Breakdown Gender), (int Import, NationalFigures Figures)> _kept = new();
    private MunicipalityColumns? _columns;

    /// <summary>The municipalities' columns: they change with the program alone.</summary>
    public async Task<MunicipalityColumns> ColumnsAsync(LedstjarnaContext db, CancellationToken cancellation = default)
    {
        if (Volatile.Read(ref _columns) is { } known)
        {
            return known;
        }

        // All figures must be of the very same columns: of two that read them at once the first is kept.
        var read = new MunicipalityColumns(await db.Set<Municipality>().Select(m => m.Code).ToListAsync(cancellation));
        return read.Count == 0 ? read : Interlocked.CompareExchange(ref _columns, read, null) ?? read;
    }

    /// <summary>Those of some key figures that have any values, by code; what others have read and no import has changed since costs nothing.</summary>
    /// <param name="db">Sees the statistics; of any organisation.</param>
    /// <param name="codes">The key figures' own codes.</param>
    /// <param name="gender">Whom the figures are about.</param>
    /// <param name="cancellation">Nothing is kept.</param>
    public async Task<Dictionary<string, NationalFigures>> ReadAsync(
        LedstjarnaContext db,
        IReadOnlyCollection<string> codes,
        Breakdown gender = Breakdown.Total,
        CancellationToken cancellation = default
    )
    {
        var found = new Dictionary<string, NationalFigures>(StringComparer.Ordinal);
        if (codes.Count == 0)
        {
            return found;
        }

        var wanted = await db.Set<KeyFigure>()
            .AsNoTracking()
            .Where(k => codes.Contains(k.Code) && k.ValuesImportId > 0)
            .Select(k => new
            {
                k.Id,
                k.Code,
                k.ValuesImportId,
            })
            .ToListAsync(cancellation);
        List<int> missing =
        [
            .. wanted.Where(k => !_kept.TryGetValue((k.Id, gender), out var kept) || kept.Import != k.ValuesImportId).Select(k => k.Id),
        ];
        var read = missing.Count > 0 ? await LoadAsync(db, missing, gender, cancellation) : [];
        foreach (var keyFigure in wanted)
        {
            if (read.TryGetValue(keyFigure.Id, out var figures))
            {
                _kept[(keyFigure.Id, gender)] = (keyFigure.ValuesImportId, figures);
            }
            else if (_kept.TryGetValue((keyFigure.Id, gender), out var kept))
            {
                figures = kept.Figures;
            }

            if (figures is { Years: > 0 })
            {
                found[keyFigure.Code] = figures;
            }
        }

        return found;
    }

    /// <summary>From the table, in the order of its key, so that each key figure's rows come together.</summary>
    private async Task<Dictionary<int, NationalFigures>> LoadAsync(
        LedstjarnaContext db,
        List<int> keyFigures,
        Breakdown gender,
        CancellationToken cancellation
    )
    {
        var columns = await ColumnsAsync(db, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var columnOf = await ColumnsByAreaAsync(connection, columns, cancellation);
        await using var command = new NpgsqlCommand(
            """
            select key_figure_id, year, area_id, value from statistics.figures
             where key_figure_id = any($1) and gender = $2 and value is not null order by key_figure_id, year
            """,
            connection
        );
        command.Parameters.Add(new NpgsqlParameter { Value = keyFigures.ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = (short)gender });
        var all = keyFigures.ToDictionary(k => k, _ => new NationalFigures(columns, 0, 0, []));
        var block = new Block(columns);
        var current = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var keyFigure = rows.GetInt32(0);
            if (keyFigure != current && current != 0)
            {
                all[current] = block.Take();
            }

            current = keyFigure;
            if (columnOf.TryGetValue(rows.GetInt32(2), out var column))
            {
                block.Put(rows.GetInt16(1), column, rows.GetDouble(3));
            }
        }

        if (current != 0)
        {
            all[current] = block.Take();
        }

        return all;
    }

    private static async Task<Dictionary<int, int>> ColumnsByAreaAsync(
        NpgsqlConnection connection,
        MunicipalityColumns columns,
        CancellationToken cancellation
    )
    {
        var byArea = new Dictionary<int, int>(columns.Count);
        await using var command = new NpgsqlCommand("select id, code from statistics.areas where kind = 'Municipality'", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            if (columns.Of(new MunicipalityCode(rows.GetString(1))) is { } column)
            {
                byArea[rows.GetInt32(0)] = column;
            }
        }

        return byArea;
    }

    /// <summary>One key figure's rows as they come, years ascending.</summary>
    private sealed class Block(MunicipalityColumns columns)
    {
        private readonly List<double[]> _rows = [];
        private int _firstYear;

        public void Put(int year, int column, double value)
        {
            _firstYear = _rows.Count == 0 ? year : _firstYear;
            while (_rows.Count <= year - _firstYear)
            {
                _rows.Add(NationalFigures.Holes(columns.Count));
            }

            _rows[year - _firstYear][column] = value;
        }

        public NationalFigures Take()
        {
            var figures = new NationalFigures(columns, _firstYear, _rows.Count, [.. _rows.SelectMany(r => r)]);
            _rows.Clear();
            return figures;
        }
    }
}
