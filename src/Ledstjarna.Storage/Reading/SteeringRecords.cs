using System.Collections.Concurrent;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Reading;

/// <summary>
/// Organisations' records, kept in memory by version: a read costs one question to the database. Where only figures have come since, only
/// those are read; all rows are read again when others have changed. Those who ask at the same time wait for one reading.
/// </summary>
public sealed class SteeringRecords(Database database, NationalStatistics national)
{
    private readonly ConcurrentDictionary<OrganisationId, Kept> _kept = new();
    private readonly ConcurrentDictionary<OrganisationId, SemaphoreSlim> _gates = new();
    private readonly FrozenFollowUps _frozen = new(national);

    /// <summary>The record as it is now; null when there is no such organisation.</summary>
    public async Task<SteeringRecord?> ReadAsync(OrganisationId organisation, CancellationToken cancellation = default)
    {
        await using var db = database.Context(organisation);
        if (_kept.TryGetValue(organisation, out var kept) && kept.IsOf(await VersionAsync(db, cancellation)))
        {
            return kept.Record;
        }

        var gate = _gates.GetOrAdd(organisation, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        try
        {
            return await ReadAgainAsync(db, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<SteeringRecord?> ReadAgainAsync(LedstjarnaContext db, CancellationToken cancellation)
    {
        // One moment for all tables: the version and the rows are of the same snapshot.
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var version = await VersionAsync(db, cancellation);
        var kept = _kept.GetValueOrDefault(db.Organisation);
        if (kept is not null && kept.IsOf(version))
        {
            return kept.Record;
        }

        var record =
            kept is not null && kept.Version.Rest == version.Rest && kept.Version.Statistics == version.Statistics
                ? await WithNewFiguresAsync(db, kept.Record, cancellation)
                : await LoadAsync(db, cancellation);
        if (record is not null)
        {
            _kept[db.Organisation] = new Kept(version, record);
        }

        return record;
    }

    /// <summary>Of the organisation's own rows, and of the statistics that all share.</summary>
    private static async Task<Stand> VersionAsync(LedstjarnaContext db, CancellationToken cancellation)
    {
        var own = await db.Set<RecordVersion>()
            .AsNoTracking()
            .Select(v => new
            {
                v.Version,
                v.Rest,
                Statistics = db.Set<StatisticsImport>().Max(i => i.Version),
            })
            .FirstOrDefaultAsync(cancellation);
        return new Stand(own?.Version ?? 0, own?.Rest ?? 0, own?.Statistics ?? 0);
    }

    private static async Task<SteeringRecord> WithNewFiguresAsync(
        LedstjarnaContext db,
        SteeringRecord record,
        CancellationToken cancellation
    )
    {
        var last = record.Observations.Count > 0 ? record.Observations[^1].Sequence : 0;
        var added = await db.Set<RecordedObservation>()
            .AsNoTracking()
            .Where(o => o.Sequence > last)
            .OrderBy(o => o.Sequence)
            .ToListAsync(cancellation);
        return record with { Observations = [.. record.Observations, .. added] };
    }

    /// <summary>As a transaction sees it, past what is kept.</summary>
    public async Task<SteeringRecord?> LoadAsync(LedstjarnaContext db, CancellationToken cancellation)
    {
        if (await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } organisation)
        {
            return null;
        }

        var indicators = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Name).ToListAsync(cancellation);
        var figures = await db.Set<ComparisonFigure>().AsNoTracking().OrderBy(f => f.Order).ToListAsync(cancellation);
        return new SteeringRecord
        {
            Organisation = organisation,
            Units = await db.Set<Unit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(cancellation),
            Visions = await db.Set<Vision>().AsNoTracking().OrderBy(v => v.ReachesTo).ToListAsync(cancellation),
            Terms = await db.Set<Term>().AsNoTracking().ToListAsync(cancellation),
            Decisions = await db.Set<Decision>()
                .AsNoTracking()
                .OrderBy(d => d.MeetingDate)
                .ThenBy(d => d.Paragraph)
                .ToListAsync(cancellation),
            Competences = await db.Set<Competence>().AsNoTracking().ToListAsync(cancellation),
            Matters = await db.Set<Matter>().AsNoTracking().OrderBy(m => m.DiaryNumber).ToListAsync(cancellation),
            MatterDocuments = await db.Set<MatterDocument>()
                .AsNoTracking()
                .OrderBy(d => d.AddedOn)
                .ThenBy(d => d.Id)
                .ToListAsync(cancellation),
            Assignments = await db.Set<Assignment>().AsNoTracking().OrderBy(a => a.ReportBy).ThenBy(a => a.Id).ToListAsync(cancellation),
            AmbitionLevels = await db.Set<AmbitionLevel>().AsNoTracking().OrderBy(l => l.Id).ToListAsync(cancellation),
            AmbitionAreas = await db.Set<AmbitionArea>()
                .AsNoTracking()
                .OrderBy(a => a.Order)
                .ThenBy(a => a.Number)
                .ToListAsync(cancellation),
            AmbitionMeasures = await db.Set<AmbitionMeasure>()
                .AsNoTracking()
                .OrderBy(m => m.Order)
                .ThenBy(m => m.Id)
                .ToListAsync(cancellation),
            AmbitionTargets = await db.Set<AmbitionTarget>().AsNoTracking().OrderBy(t => t.Due).ThenBy(t => t.Id).ToListAsync(cancellation),
            MemoTemplates = await db.Set<MemoTemplate>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(cancellation),
            Memos = await db.Set<Memo>().AsNoTracking().OrderBy(m => m.Date).ThenBy(m => m.Id).ToListAsync(cancellation),
            Dispatches = await db.Set<Dispatch>().AsNoTracking().OrderBy(d => d.On).ThenBy(d => d.Id).ToListAsync(cancellation),
            Structures = await db.Set<GoalStructure>().AsNoTracking().ToListAsync(cancellation),
            Goals = await db.Set<Goal>().AsNoTracking().OrderBy(g => g.Level).ThenBy(g => g.Order).ToListAsync(cancellation),
            Clarifications = await db.Set<Clarification>().AsNoTracking().OrderBy(c => c.Number).ToListAsync(cancellation),
            ExpectedOutcomes = await db.Set<ExpectedOutcome>().AsNoTracking().OrderBy(o => o.BudgetYear).ToListAsync(cancellation),
            Contributions = await db.Set<Contribution>().AsNoTracking().ToListAsync(cancellation),
            Measures = await db.Set<Measure>().AsNoTracking().OrderBy(m => m.Order).ToListAsync(cancellation),
            Strategies = await db.Set<Strategy>().AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellation),
            StrategyGoals = await db.Set<StrategyGoal>().AsNoTracking().ToListAsync(cancellation),
            GoalSources = await db.Set<GoalSource>().AsNoTracking().OrderBy(s => s.Title).ToListAsync(cancellation),
            Documents = await db.Set<GoverningDocument>().AsNoTracking().OrderBy(d => d.Title).ToListAsync(cancellation),
            Mappings = await db.Set<Mapping>().AsNoTracking().OrderBy(m => m.System).ThenBy(m => m.Code).ToListAsync(cancellation),
            GlobalGoals = await db.Set<GlobalGoalLink>().AsNoTracking().OrderBy(l => l.GlobalGoal).ToListAsync(cancellation),
            ConventionEffects = await db.Set<ConventionEffect>().AsNoTracking().OrderBy(e => e.Article).ToListAsync(cancellation),
            Indicators = indicators,
            Breaks = await db.Set<IndicatorBreak>().AsNoTracking().OrderBy(b => b.Day).ToListAsync(cancellation),
            HandledFactsChanges = await db.Set<HandledFactsChange>().AsNoTracking().OrderBy(h => h.ImportId).ToListAsync(cancellation),
            Observations = await db.Set<RecordedObservation>().AsNoTracking().OrderBy(o => o.Sequence).ToListAsync(cancellation),
            Targets = await db.Set<Target>().AsNoTracking().OrderBy(t => t.From).ThenBy(t => t.Due).ToListAsync(cancellation),
            Activities = await db.Set<Activity>().AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancellation),
            Principles = await db.Set<OrganisationPrinciple>().AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellation),
            FollowUps = await db.Set<FollowUp>().AsNoTracking().OrderBy(f => f.CutOff).ToListAsync(cancellation),
            Judgements = await db.Set<RecordedJudgement>().AsNoTracking().OrderBy(j => j.On).ToListAsync(cancellation),
            Corrections = await db.Set<Correction>().AsNoTracking().OrderBy(c => c.On).ThenBy(c => c.Id).ToListAsync(cancellation),
            Proposals = await db.Set<Proposal>().AsNoTracking().OrderBy(p => p.Due).ThenBy(p => p.Id).ToListAsync(cancellation),
            Frozen = await _frozen.ReadAsync(db, organisation, cancellation),
            Municipalities = await db.Set<Municipality>().AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancellation),
            ComparisonFigures = figures,
            National = await NationalAsync(db, indicators, figures, cancellation),
        };
    }

    /// <summary>Of the shared set, and of the key figures that indicators take theirs from.</summary>
    private async Task<Dictionary<string, NationalFigures>> NationalAsync(
        LedstjarnaContext db,
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<ComparisonFigure> figures,
        CancellationToken cancellation
    )
    {
        var columns = await national.ColumnsAsync(db, cancellation);
        var all = Comparison(columns, figures, await db.Set<ComparisonValue>().AsNoTracking().ToListAsync(cancellation));
        var codes = indicators.Select(i => i.KeyFigureCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        foreach (var (code, values) in await national.ReadAsync(db, codes, cancellation: cancellation))
        {
            all[code] = values;
        }

        return all;
    }

    internal static Dictionary<string, NationalFigures> Comparison(
        MunicipalityColumns columns,
        IEnumerable<ComparisonFigure> figures,
        IEnumerable<ComparisonValue> values
    )
    {
        var byFigure = values.ToLookup(v => v.FigureCode, v => KeyValuePair.Create(v.MunicipalityCode, v.Value), StringComparer.Ordinal);
        return figures.ToDictionary(f => f.Code, f => NationalFigures.OfYear(columns, f.Year, byFigure[f.Code]), StringComparer.Ordinal);
    }

    private readonly record struct Stand(long Version, long Rest, int Statistics);

    private sealed record Kept(Stand Version, SteeringRecord Record)
    {
        public bool IsOf(Stand version) => Version == version;
    }
}
