using System.Collections.Concurrent;
using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Reading;

/// <summary>What bodies have decided, as it then was. It never changes, so each is read once.</summary>
internal sealed class FrozenFollowUps(NationalStatistics national)
{
    /// <summary>In a query of its own the object mapper calls a complex property's columns by other names than in the table.</summary>
    private const string Validity = """, t.validity_from as "Validity_From", t.validity_to as "Validity_To" """;

    private readonly ConcurrentDictionary<FrozenId, SteeringRecord> _rows = new();

    public async Task<List<FrozenRows>> ReadAsync(LedstjarnaContext db, Organisation organisation, CancellationToken cancellation)
    {
        var frozen = new List<FrozenRows>();
        foreach (
            var one in await db.Set<FrozenFollowUp>()
                .AsNoTracking()
                .OrderBy(f => f.FollowUpId)
                .ThenBy(f => f.Number)
                .ToListAsync(cancellation)
        )
        {
            if (!_rows.TryGetValue(one.Id, out var rows))
            {
                rows = _rows[one.Id] = await RowsAsync(db, organisation, one.Id, cancellation);
            }

            frozen.Add(new FrozenRows(one, rows));
        }

        return frozen;
    }

    private async Task<SteeringRecord> RowsAsync(
        LedstjarnaContext db,
        Organisation organisation,
        FrozenId id,
        CancellationToken cancellation
    )
    {
        return new SteeringRecord
        {
            Organisation = organisation,
            Structures = await Of<GoalStructure>("goal_structures", more: Validity).ToListAsync(cancellation),
            Goals = await Of<Goal>("goals", more: Validity).OrderBy(g => g.Level).ThenBy(g => g.Order).ToListAsync(cancellation),
            Clarifications = await Of<Clarification>("clarifications").OrderBy(c => c.Number).ToListAsync(cancellation),
            ExpectedOutcomes = await Of<ExpectedOutcome>("expected_outcomes").OrderBy(o => o.BudgetYear).ToListAsync(cancellation),
            Contributions = await Of<Contribution>("contributions").ToListAsync(cancellation),
            Measures = await Of<Measure>("measures").OrderBy(m => m.Order).ToListAsync(cancellation),
            Principles = await Of<OrganisationPrinciple>("principles").ToListAsync(cancellation),
            Indicators = await Of<Indicator>("indicators").OrderBy(i => i.Name).ToListAsync(cancellation),
            Breaks = await Of<IndicatorBreak>("indicator_breaks").OrderBy(b => b.Day).ToListAsync(cancellation),
            Targets = await Of<Target>("targets").OrderBy(t => t.From).ThenBy(t => t.Due).ToListAsync(cancellation),
            Observations = await Of<RecordedObservation>("observations").OrderBy(o => o.Sequence).ToListAsync(cancellation),
            Activities = await Of<Activity>("activities").OrderBy(a => a.Name).ToListAsync(cancellation),
            Judgements = await Of<RecordedJudgement>("judgements").OrderBy(j => j.On).ToListAsync(cancellation),
            Requests = await Of<Request>("requests").OrderBy(r => r.Id).ToListAsync(cancellation),
            National = await NationalAsync(),
        };

        async Task<Dictionary<string, NationalFigures>> NationalAsync()
        {
            var columns = await national.ColumnsAsync(db, cancellation);
            var all = SteeringRecords.Comparison(
                columns,
                await Of<ComparisonFigure>("comparison_figures", "statistics.").ToListAsync(cancellation),
                await Of<ComparisonValue>("comparison_values", "statistics.").ToListAsync(cancellation)
            );
            var frozen = await db
                .Database.SqlQuery<FrozenNational>(
                    $"""
                    select t.code, t.year, t.municipality, t.value from frozen_contents f
                     cross join jsonb_to_recordset(f.content -> 'national') t(code text, year integer, municipality text, value double precision)
                     where f.id = {id.Value}
                    """
                )
                .ToListAsync(cancellation);
            foreach (var figures in frozen.GroupBy(f => f.Code, StringComparer.Ordinal))
            {
                all[figures.Key] = NationalFigures.Of(
                    columns,
                    figures.Select(f => (f.Year, new MunicipalityCode(f.Municipality), f.Value))
                );
            }

            return all;
        }

        IQueryable<T> Of<T>(string table, string schema = "", string more = "")
            where T : class => db.Set<T>().FromSqlRaw(Sql(schema, table, more), id.Value).AsNoTracking();
    }

    private sealed record FrozenNational(string Code, int Year, string Municipality, double Value);

    /// <summary>The database makes its own rows again of what it wrote.</summary>
    private static string Sql(string schema, string table, string more) =>
        $"select t.*{more} from frozen_contents f cross join jsonb_populate_recordset(null::{schema}{table}, f.content -> '{table}') t where f.id = {{0}}";
}
