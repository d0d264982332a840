using Ledstjarna.Domain;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.Storage.Reading;

/// <summary>A source's figure of one's own municipality. No value: it has been there, and is gone.</summary>
public readonly record struct OwnFigure(double? Value, string? Status, bool IsPreliminary, int ImportId);

/// <summary>The figures that a source has of an organisation's own municipality.</summary>
public static class OwnFigures
{
    /// <summary>Every year and gender that the source has or has had, of the key figure that each indicator takes its figures from.</summary>
    public static async Task<Dictionary<IndicatorId, Dictionary<(int Year, Breakdown Breakdown), OwnFigure>>> ReadAsync(
        LedstjarnaContext db,
        IReadOnlyCollection<Indicator> indicators,
        CancellationToken cancellation
    )
    {
        var own = (await db.Set<Organisation>().AsNoTracking().SingleAsync(cancellation)).MunicipalityCode.Value;
        await db.Database.OpenConnectionAsync(cancellation);
        var byCode = new Dictionary<(string Source, string Code), Dictionary<(int, Breakdown), OwnFigure>>();
        await using var command = new NpgsqlCommand(
            """
            with wanted as (
                select k.id, k.source, k.code from statistics.key_figures k join unnest($1, $2) as w(source, code) using (source, code)
            ), own as (select id from statistics.areas where code = $3)
            select w.source, w.code, f.year, f.gender, f.value, f.status, f.is_preliminary, f.import_id
              from statistics.figures f join wanted w on w.id = f.key_figure_id join own on own.id = f.area_id
            union all
            select w.source, w.code, e.year, e.gender, null, null, false, max(e.replaced_by)
              from statistics.earlier_figures e join wanted w on w.id = e.key_figure_id join own on own.id = e.area_id
             where not exists (select from statistics.figures f
                                where (f.key_figure_id, f.gender, f.year, f.area_id) = (e.key_figure_id, e.gender, e.year, e.area_id))
             group by w.source, w.code, e.year, e.gender
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        );
        List<Indicator> bound = [.. indicators.Where(i => i.KeyFigureCode is not null)];
        command.Parameters.Add(new NpgsqlParameter { Value = bound.Select(i => i.SourceKind.ToString()).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = bound.Select(i => i.KeyFigureCode!).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = own });
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                var key = (rows.GetString(0), rows.GetString(1));
                if (!byCode.TryGetValue(key, out var figures))
                {
                    byCode[key] = figures = [];
                }

                figures[(rows.GetInt16(2), (Breakdown)rows.GetInt16(3))] = new OwnFigure(
                    rows.IsDBNull(4) ? null : rows.GetDouble(4),
                    rows.IsDBNull(5) ? null : rows.GetString(5),
                    rows.GetBoolean(6),
                    rows.GetInt32(7)
                );
            }
        }

        return bound.ToDictionary(i => i.Id, i => byCode.GetValueOrDefault((i.SourceKind.ToString(), i.KeyFigureCode!)) ?? []);
    }
}
