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

    /// <summary>As far as a person sees who decides to replace it.</summary>
    public bool SaysTheSameAs(CurrentFigure other) => (Value, Missing, ExpectedOn) == (other.Value, other.Missing, other.ExpectedOn);
}

/// <summary>Many figures at a time, past the object mapper.</summary>
public static class FigureStore
{
    private const string Columns =
        "id, indicator_id, period, breakdown, value, missing, margin, recorded_on, answers, asked, is_preliminary, recorded_by, note, expected_on, is_example, statistics_import_id";

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

    /// <summary>
    /// Adds observations, at most one of each period and breakdown, within the context's transaction: as arrays, for PostgreSQL copies into
    /// no table with row-level security, and in the order of the index.
    /// </summary>
    public static async Task AddAsync(LedstjarnaContext db, IReadOnlyList<RecordedObservation> observations, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            insert into observations ({Columns}, organisation_id)
            select *, $17 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
             order by 2, 3
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        );
        Add(NpgsqlDbType.Uuid, o => o.Id.Value);
        Add(NpgsqlDbType.Uuid, o => o.IndicatorId.Value);
        Add(NpgsqlDbType.Text, o => o.Period.ToString());
        Add(NpgsqlDbType.Text, o => o.Breakdown.ToString());
        Add(NpgsqlDbType.Double, o => o.Value);
        Add(NpgsqlDbType.Text, o => o.Missing?.ToString());
        Add(NpgsqlDbType.Double, o => o.Margin);
        Add(NpgsqlDbType.Date, o => o.RecordedOn);
        Add(NpgsqlDbType.Integer, o => o.Answers);
        Add(NpgsqlDbType.Integer, o => o.Asked);
        Add(NpgsqlDbType.Boolean, o => o.IsPreliminary);
        Add(NpgsqlDbType.Text, o => o.RecordedBy);
        Add(NpgsqlDbType.Text, o => o.Note);
        Add(NpgsqlDbType.Date, o => o.ExpectedOn);
        Add(NpgsqlDbType.Boolean, o => o.IsExample);
        Add(NpgsqlDbType.Integer, o => o.StatisticsImportId);
        command.Parameters.Add(new NpgsqlParameter { Value = db.Organisation.Value });
        await command.ExecuteNonQueryAsync(cancellation);

        void Add<T>(NpgsqlDbType type, Func<RecordedObservation, T> column)
        {
            var values = new T[observations.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = column(observations[i]);
            }

            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
        }
    }
}
