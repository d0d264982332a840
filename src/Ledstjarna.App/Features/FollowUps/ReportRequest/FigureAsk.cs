using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>One figure of a request: the one that is due, as it stands.</summary>
/// <param name="Indicator">Of what.</param>
/// <param name="Period">For when. Null: nothing is due now.</param>
/// <param name="Now">What stands there.</param>
/// <param name="Before">The latest value before it, with its period. Null: there is none.</param>
public sealed record FigureAsk(Indicator Indicator, Period? Period, CurrentFigure Now, (Period Period, double Value)? Before)
{
    public string Name => $"v.{Indicator.Code}";
    public string ReasonName => $"skal.{Indicator.Code}";
    public string ExpectedName => $"vantas.{Indicator.Code}";
    public string OpenedName => $"o.{Indicator.Code}";

    public static IReadOnlyList<FigureAsk> Of(RequestScope scope) => [.. scope.Indicators.Select(i => Of(scope.Situation, i))];

    private static FigureAsk Of(Situation situation, Indicator indicator)
    {
        var known = situation
            .Known(indicator.Id)
            .Where(o => o.Breakdown == Breakdown.Total)
            .GroupBy(o => o.Period)
            .ToDictionary(g => g.Key, g => g.MaxBy(o => (o.RecordedOn, o.Sequence))!);
        var latest = Domain.Periods.Period.LatestEnded(situation.Record.PeriodKindOf(indicator), situation.CutOff);
        var due = latest is { } l && known.ContainsKey(l) ? latest : MissingRegister.NewestMissing(situation, indicator);
        var now = due is { } d ? known.GetValueOrDefault(d) : null;
        var before = known.Values.Where(o => o.Value is not null && !(o.Period >= due)).MaxBy(o => o.Period);
        return new FigureAsk(
            indicator,
            due,
            now is null
                ? default
                : new CurrentFigure(now.Value, now.Missing)
                {
                    Margin = now.Margin,
                    Answers = now.Answers,
                    IsPreliminary = now.IsPreliminary,
                    Note = now.Note,
                    ExpectedOn = now.ExpectedOn,
                },
            before is null ? null : (before.Period, before.Value!.Value)
        );
    }
}
