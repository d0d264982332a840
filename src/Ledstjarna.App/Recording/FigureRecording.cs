using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Recording;

/// <summary>A figure to record, or why there is none.</summary>
/// <param name="Key">Of what, when and about whom.</param>
/// <param name="Figure">What shall stand there.</param>
/// <param name="Opened">What stood there when the one who records it looked.</param>
public sealed record NewFigure(FigureKey Key, CurrentFigure Figure, CurrentFigure Opened);

/// <summary>How it went.</summary>
/// <param name="Recorded">How many were other than what stood there, and are recorded.</param>
/// <param name="Overtaken">Those someone else had changed since the form was opened, with what stands there now. When there are any nothing is recorded.</param>
public sealed record RecordResult(int Recorded, IReadOnlyDictionary<FigureKey, CurrentFigure> Overtaken);

/// <summary>Records figures within someone's transaction, all or none. A figure that stands there already is not recorded again.</summary>
public static class FigureRecording
{
    /// <summary>How many fields the log shows one by one; of more it keeps the number and a hash of them all.</summary>
    private const int MostInLog = 1000;

    /// <param name="db">In the transaction.</param>
    /// <param name="actor">Must have the right for every indicator's unit.</param>
    /// <param name="figures">At most one of each key.</param>
    /// <param name="source">A file's name; null when typed.</param>
    /// <param name="today">The day that is recorded.</param>
    /// <param name="cancellation">Nothing is recorded.</param>
    /// <returns>How it went, with what is to be written in the log; null when nothing is.</returns>
    /// <exception cref="DomainRuleException">A figure has neither value nor reason, or both.</exception>
    /// <exception cref="UnauthorizedAccessException">One of the indicators is another unit's.</exception>
    public static async Task<(RecordResult Result, ChangeEntry? Entry)> RecordAsync(
        LedstjarnaContext db,
        Actor actor,
        IReadOnlyList<NewFigure> figures,
        string? source,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var indicators = await OwnAsync(db, actor, figures, cancellation);
        var now = await FigureStore.LatestAsync(db, indicators.Keys, cancellation);
        await RequireOneKindAsync(db, indicators, now, figures, cancellation);
        var changed = figures.Where(f => now.GetValueOrDefault(f.Key) != f.Figure).ToList();
        var overtaken = changed
            .Where(f => !f.Opened.SaysTheSameAs(now.GetValueOrDefault(f.Key)))
            .ToDictionary(f => f.Key, f => now.GetValueOrDefault(f.Key));
        if (overtaken.Count > 0 || changed.Count == 0)
        {
            return (new RecordResult(0, overtaken), null);
        }

        await FigureStore.AddAsync(db, Rows(actor, changed, source, today), cancellation);
        return (new RecordResult(changed.Count, overtaken), Entry(indicators, now, changed, source));
    }

    private static async Task RequireOneKindAsync(
        LedstjarnaContext db,
        Dictionary<IndicatorId, Indicator> indicators,
        Dictionary<FigureKey, CurrentFigure> now,
        IReadOnlyList<NewFigure> figures,
        CancellationToken cancellation
    )
    {
        var ids = indicators.Keys.ToList();
        var targets = await db.Set<Target>()
            .AsNoTracking()
            .Where(t => ids.Contains(t.IndicatorId) && t.Since != null)
            .ToListAsync(cancellation);
        var recorded = now.Keys.GroupBy(k => k.Indicator).ToDictionary(g => g.Key, g => (PeriodKind?)g.First().Period.Kind);
        var kinds = indicators.ToDictionary(i => i.Key, i => i.Value.KindOfPeriods(recorded.GetValueOrDefault(i.Key), targets));
        if (figures.FirstOrDefault(f => f.Key.Period.Kind != kinds[f.Key.Indicator]) is { } odd)
        {
            throw new DomainRuleException(RuleCode.PeriodKindsMixed, "period", odd.Key.Period.ToString());
        }
    }

    private static async Task<Dictionary<IndicatorId, Indicator>> OwnAsync(
        LedstjarnaContext db,
        Actor actor,
        IReadOnlyList<NewFigure> figures,
        CancellationToken cancellation
    )
    {
        var ids = figures.Select(f => f.Key.Indicator).Distinct().ToList();
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        foreach (var id in ids)
        {
            var indicator = indicators.GetValueOrDefault(id) ?? throw new DomainRuleException(RuleCode.IndicatorUnknown, "indicator");
            actor.Require(Right.RecordFigures, indicator.OwnerId);
        }

        return indicators;
    }

    private static List<RecordedObservation> Rows(Actor actor, List<NewFigure> figures, string? source, DateOnly today)
    {
        var by = source is null ? actor.Name : $"{actor.Name}, {source}";
        return
        [
            .. figures.Select(f => new RecordedObservation(
                actor.Organisation,
                new ObservationId(Guid.CreateVersion7()),
                f.Key.Indicator,
                f.Key.Period,
                f.Key.Breakdown,
                f.Figure.Value,
                f.Figure.Missing,
                f.Figure.Margin,
                today
            )
            {
                Answers = f.Figure.Answers,
                IsPreliminary = f.Figure.IsPreliminary,
                RecordedBy = by,
                Note = f.Figure.Note,
                ExpectedOn = f.Figure.ExpectedOn,
            }),
        ];
    }

    /// <summary>What is written in the log of figures that are recorded together.</summary>
    /// <param name="indicators">Those the figures are of.</param>
    /// <param name="before">What stood there.</param>
    /// <param name="changed">What stands there now.</param>
    /// <param name="source">Where they come from; null when typed.</param>
    public static ChangeEntry Entry(
        IReadOnlyDictionary<IndicatorId, Indicator> indicators,
        IReadOnlyDictionary<FigureKey, CurrentFigure> before,
        List<NewFigure> changed,
        string? source
    )
    {
        var fields = changed.Take(MostInLog).Select(f => Field(indicators[f.Key.Indicator], before, f)).ToList();
        if (changed.Count > MostInLog)
        {
            fields = [new FieldChange("sha256", "Siffrornas kontrollsumma", null, HashOf(changed))];
        }

        var (id, name) =
            indicators.Count == 1
                ? (indicators.Values.Single().Code, indicators.Values.Single().Name)
                : ("flera", $"{indicators.Count} indikatorer");
        return new ChangeEntry(
            source is null ? ChangeKind.Changed : ChangeKind.Imported,
            "siffror",
            id,
            $"{(changed.Count == 1 ? "en siffra" : $"{changed.Count} siffror")} för {name}",
            fields,
            source is null ? null : $"Inläst från {source}"
        );
    }

    /// <summary>Of every figure in order, a line each.</summary>
    private static string HashOf(List<NewFigure> figures)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < figures.Count; i++)
        {
            var (key, figure) = (figures[i].Key, figures[i].Figure);
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(i > 0 ? "\n" : "")}{key.Indicator.Value}|{key.Period}|{key.Breakdown}|{figure.Value:R}|{figure.Missing}"
                    )
                )
            );
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static FieldChange Field(Indicator indicator, IReadOnlyDictionary<FigureKey, CurrentFigure> before, NewFigure figure)
    {
        var name = $"{indicator.Code} {figure.Key.Period} {figure.Key.Breakdown}";
        var label =
            figure.Key.Breakdown == Breakdown.Total
                ? $"{indicator.Code} {figure.Key.Period}"
                : $"{indicator.Code} {figure.Key.Period}, {ChoiceWords.Name(figure.Key.Breakdown).ToLowerInvariant()}";
        var was = before.GetValueOrDefault(figure.Key);
        return new FieldChange(name, label, Stored(was), Stored(figure.Figure), FigureWords.Shown(was), FigureWords.Shown(figure.Figure));
    }

    private static string? Stored(CurrentFigure figure) =>
        figure.Value?.ToString("R", CultureInfo.InvariantCulture) ?? figure.Missing?.ToString();
}
