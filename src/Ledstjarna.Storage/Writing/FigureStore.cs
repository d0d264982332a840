using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Ledstjarna.Storage.Writing;

/// <summary>Which figure: of what, when and about whom.</summary>
public readonly record struct FigureKey(IndicatorId Indicator, Period Period, Breakdown Breakdown);

/// <summary>What is said of a period: a figure, or why there is none, or — the default — nothing at all.</summary>
public readonly record struct CurrentFigure(double? Value, MissingReason? Missing)
{
    public double? Margin { get; init; }

    public int? Answers { get; init; }

    public bool IsPreliminary { get; init; }

    public string? Note { get; init; }

    /// <summary>When a missing figure is expected.</summary>
    public DateOnly? ExpectedOn { get; init; }
}

/// <summary>Many figures at a time, past the object mapper.</summary>
public static class FigureStore
{
    private const string Columns =
        "organisation_id, id, indicator_id, period, breakdown, value, missing, margin, recorded_on, answers, asked, is_preliminary, recorded_by, note, expected_on, is_example";

    /// <summary>The latest recorded figure of every period and breakdown, of some indicators. What was withdrawn is there, with that reason.</summary>
    public static async Task<Dictionary<FigureKey, CurrentFigure>> LatestAsync(
        LedstjarnaContext db,
        IReadOnlyCollection<IndicatorId> indicators,
        CancellationToken cancellation
    )
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            select distinct on (indicator_id, period, breakdown) indicator_id, period, breakdown, value, missing, margin, answers, is_preliminary, note, expected_on
              from observations where organisation_id = $1 and indicator_id = any($2)
             order by indicator_id, period, breakdown, recorded_on desc, sequence desc
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        );
        command.Parameters.Add(new NpgsqlParameter { Value = db.Organisation.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = indicators.Select(i => i.Value).ToArray() });
        var figures = new Dictionary<FigureKey, CurrentFigure>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            figures[
                new FigureKey(new IndicatorId(rows.GetGuid(0)), Period.Parse(rows.GetString(1)), Enum.Parse<Breakdown>(rows.GetString(2)))
            ] = new CurrentFigure(
                rows.IsDBNull(3) ? null : rows.GetDouble(3),
                rows.IsDBNull(4) ? null : Enum.Parse<MissingReason>(rows.GetString(4))
            )
            {
                Margin = rows.IsDBNull(5) ? null : rows.GetDouble(5),
                Answers = rows.IsDBNull(6) ? null : rows.GetInt32(6),
                IsPreliminary = rows.GetBoolean(7),
                Note = rows.IsDBNull(8) ? null : rows.GetString(8),
                ExpectedOn = rows.IsDBNull(9) ? null : rows.GetFieldValue<DateOnly>(9),
            };
        }

        return figures;
    }

    /// <summary>Adds observations in their order, within the context's transaction. PostgreSQL copies into no table with row-level security: hence the stop on the way.</summary>
    public static async Task AddAsync(LedstjarnaContext db, IEnumerable<RecordedObservation> observations, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await RunAsync($"create temp table incoming on commit drop as select {Columns} from observations with no data");
        await RunAsync("alter table incoming add place integer");
        await using (
            var copy = await connection.BeginBinaryImportAsync($"copy incoming ({Columns}, place) from stdin (format binary)", cancellation)
        )
        {
            var place = 0;
            foreach (var o in observations)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(o.OrganisationId.Value, NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync(o.Id.Value, NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync(o.IndicatorId.Value, NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync(o.Period.ToString(), NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync(o.Breakdown.ToString(), NpgsqlDbType.Text, cancellation);
                await NumberAsync(copy, o.Value);
                await TextAsync(copy, o.Missing?.ToString());
                await NumberAsync(copy, o.Margin);
                await copy.WriteAsync(o.RecordedOn, NpgsqlDbType.Date, cancellation);
                await CountAsync(copy, o.Answers);
                await CountAsync(copy, o.Asked);
                await copy.WriteAsync(o.IsPreliminary, NpgsqlDbType.Boolean, cancellation);
                await TextAsync(copy, o.RecordedBy);
                await TextAsync(copy, o.Note);
                await (o.ExpectedOn is { } day ? copy.WriteAsync(day, NpgsqlDbType.Date, cancellation) : copy.WriteNullAsync(cancellation));
                await copy.WriteAsync(o.IsExample, NpgsqlDbType.Boolean, cancellation);
                await copy.WriteAsync(place++, NpgsqlDbType.Integer, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        await RunAsync($"insert into observations ({Columns}) select {Columns} from incoming order by place");

        Task NumberAsync(NpgsqlBinaryImporter copy, double? value) =>
            value is { } v ? copy.WriteAsync(v, NpgsqlDbType.Double, cancellation) : copy.WriteNullAsync(cancellation);

        Task CountAsync(NpgsqlBinaryImporter copy, int? value) =>
            value is { } v ? copy.WriteAsync(v, NpgsqlDbType.Integer, cancellation) : copy.WriteNullAsync(cancellation);

        Task TextAsync(NpgsqlBinaryImporter copy, string? value) =>
            value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, NpgsqlDbType.Text, cancellation);

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
