using Ledstjarna.App.Recording;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>
/// Hands a source's figures of the organisation's own municipality on to the indicators that take theirs from it. A figure that the source has
/// neither changed nor taken back since is not handed on again, so that what people recorded after it stands. Done twice it does nothing.
/// </summary>
public sealed class DeliverFiguresHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    /// <returns>How many figures were recorded.</returns>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Require(Right.FetchStatistics);
        if (
            await records.ReadAsync(actor.Organisation, cancellation) is not { } record
            || record.Indicators.All(i => i.KeyFigureCode is null)
        )
        {
            return 0;
        }

        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var delivered = 0;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var (rows, entries) = await DeliverAsync(db, actor.Organisation, today, cancel);
                delivered = rows;
                return entries;
            },
            cancellation
        );
        return delivered;
    }

    /// <summary>Within someone's transaction, as when an indicator has just been bound.</summary>
    /// <returns>How many figures, and what is to be written in the log: one entry per indicator.</returns>
    public static async Task<(int Rows, IReadOnlyList<ChangeEntry> Entries)> DeliverAsync(
        LedstjarnaContext db,
        OrganisationId organisation,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.KeyFigureCode != null).ToListAsync(cancellation);
        var figures = await OwnFigures.ReadAsync(db, indicators, cancellation);
        var had = (
            await db.Set<RecordedObservation>()
                .AsNoTracking()
                .Where(o => o.StatisticsImportId != null)
                .OrderBy(o => o.Sequence)
                .ToListAsync(cancellation)
        )
            .GroupBy(o => (o.IndicatorId, o.Period, o.Breakdown))
            .ToDictionary(g => g.Key, g => g.Last());
        List<RecordedObservation> rows =
        [
            .. indicators.SelectMany(i =>
                New(i, figures.GetValueOrDefault(i.Id) ?? new Dictionary<(int, Breakdown), OwnFigure>(), had, today)
            ),
        ];
        if (rows.Count == 0)
        {
            return (0, []);
        }

        await FigureStore.AddAsync(db, rows, cancellation);
        var byId = indicators.Where(i => rows.Exists(r => r.IndicatorId == i.Id)).ToDictionary(i => i.Id);
        var before = had.ToDictionary(h => Key(h.Value), h => Figure(h.Value));
        List<NewFigure> changed = [.. rows.Select(r => new NewFigure(Key(r), Figure(r), default))];
        var source = string.Join(" och ", rows.Select(r => r.RecordedBy).Distinct().Order(StringComparer.Ordinal));
        return (rows.Count, [FigureRecording.Entry(byId, before, changed, source)]);
    }

    private static FigureKey Key(RecordedObservation o) => new(o.IndicatorId, o.Period, o.Breakdown);

    private static CurrentFigure Figure(RecordedObservation o) =>
        new(o.Value, o.Missing) { IsPreliminary = o.IsPreliminary, Note = o.Note };

    private static IEnumerable<RecordedObservation> New(
        Indicator indicator,
        IReadOnlyDictionary<(int Year, Breakdown Breakdown), OwnFigure> figures,
        Dictionary<(IndicatorId, Period, Breakdown), RecordedObservation> had,
        DateOnly today
    )
    {
        foreach (var ((year, breakdown), figure) in figures.OrderBy(f => f.Key.Year).ThenBy(f => f.Key.Breakdown))
        {
            var period = Period.Of(PeriodKind.Year, year);
            var before = had.GetValueOrDefault((indicator.Id, period, breakdown));
            var isNew = before is null
                ? figure.Value is not null
                : before.Value != figure.Value || before.IsPreliminary != figure.IsPreliminary;
            if (!isNew || (before is { Missing: MissingReason.Withdrawn } && figure.Value is null))
            {
                continue;
            }

            yield return new RecordedObservation(
                indicator.OrganisationId,
                new ObservationId(Guid.CreateVersion7()),
                indicator.Id,
                period,
                breakdown,
                figure.Value,
                figure.Value is null ? MissingReason.Withdrawn : null,
                null,
                today
            )
            {
                IsPreliminary = figure.IsPreliminary,
                RecordedBy = indicator.SourceKind == SourceKind.Scb ? "SCB" : "Kolada",
                StatisticsImportId = figure.ImportId,
                Note = figure.Status,
            };
        }
    }
}
