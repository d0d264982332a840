using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>A figure that says something else now than when the follow-up was decided.</summary>
/// <param name="Indicator">Of what.</param>
/// <param name="Period">For when.</param>
/// <param name="Then">What was decided on. Null: it was missing.</param>
/// <param name="Now">What is recorded now. Null: it has been taken back.</param>
/// <param name="RecordedOn">When it was changed.</param>
public sealed record RevisedFigure(Indicator Indicator, Period Period, double? Then, double? Now, DateOnly RecordedOn);

/// <summary>A goal that today's figures would have given another status, on the axis that leads, with the same judgements under it.</summary>
public sealed record OtherStatus(Goal Goal, Status Then, Status Now);

/// <summary>What has come to be known since a follow-up was decided. It changes nothing in it.</summary>
public sealed class SinceDecided
{
    /// <param name="decided">A follow-up's day, frozen.</param>
    public SinceDecided(Situation decided)
    {
        var live = decided.Record.Thawed;
        var codes = decided.Record.Indicators.Where(i => decided.RatingOfIndicator(i.Code, Axis.Outcome) is not null).ToList();
        Figures =
        [
            .. codes
                .SelectMany(i => Revised(i, decided.Record.Observations, live.Observations, decided.CutOff))
                .OrderByDescending(f => f.RecordedOn)
                .ThenBy(f => f.Indicator.Code, StringComparer.Ordinal),
        ];
        if (Situation.Now(live, decided.CutOff) is not { } now)
        {
            return;
        }

        Goals =
        [
            .. from goal in decided.Goals
            where goal.ParentId is null
            let then = decided.Rating(goal).Layers.Computed
            let today = now.Goals.FirstOrDefault(g => g.Id == goal.Id)
            where today is not null
            let status = now.Rating(today, decided.LeadingAxis).Layers.Computed
            where status != then
            select new OtherStatus(goal, then, status),
        ];
    }

    /// <summary>Those revised at the source, the latest first.</summary>
    public IReadOnlyList<RevisedFigure> Figures { get; } = [];

    public IReadOnlyList<OtherStatus> Goals { get; } = [];

    private static IEnumerable<RevisedFigure> Revised(
        Indicator indicator,
        IReadOnlyList<RecordedObservation> frozen,
        IReadOnlyList<RecordedObservation> live,
        DateOnly cutOff
    )
    {
        var then = Latest(frozen, indicator.Id, cutOff);
        foreach (var (period, now) in Latest(live, indicator.Id, cutOff))
        {
            var was = then.GetValueOrDefault(period);
            if (was?.Value != now.Value)
            {
                yield return new RevisedFigure(indicator, period, was?.Value, now.Value, now.RecordedOn);
            }
        }
    }

    private static Dictionary<Period, RecordedObservation> Latest(
        IReadOnlyList<RecordedObservation> all,
        IndicatorId indicator,
        DateOnly until
    ) =>
        all.Where(o => o.IndicatorId == indicator && o.Breakdown == Breakdown.Total && o.Period.End <= until)
            .GroupBy(o => o.Period)
            .ToDictionary(g => g.Key, g => g.MaxBy(o => (o.RecordedOn, o.Sequence))!);
}
