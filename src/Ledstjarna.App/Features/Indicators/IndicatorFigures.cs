using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Indicators;

/// <summary>One period of an indicator as it is shown: what was known on the day, or why nothing was.</summary>
/// <param name="Period">The period.</param>
/// <param name="Total">The whole; null when only women's or men's figures are known.</param>
/// <param name="Women">Null when not known.</param>
/// <param name="Men">Null when not known.</param>
/// <param name="IsHidden">There is a value, but too few answered for it to be shown.</param>
public sealed record FigureRow(
    Period Period,
    RecordedObservation? Total,
    RecordedObservation? Women,
    RecordedObservation? Men,
    bool IsHidden
)
{
    /// <summary>The value to show; null when missing or hidden.</summary>
    public double? Value => IsHidden ? null : Total?.Value;

    public MissingReason? Missing => IsHidden ? MissingReason.Suppressed : Total?.Missing;

    public bool HasGender => !IsHidden && (Women?.Value is not null || Men?.Value is not null);

    public bool IsExample => Total is { IsExample: true } || Women is { IsExample: true } || Men is { IsExample: true };
}

/// <summary>An indicator's figures as known on the day of a situation.</summary>
public static class IndicatorFigures
{
    /// <summary>Oldest first; of several records of a period the latest known.</summary>
    public static IReadOnlyList<FigureRow> Of(Situation situation, Indicator indicator)
    {
        return
        [
            .. situation
                .Known(indicator.Id)
                .GroupBy(o => o.Period)
                .OrderBy(g => g.Key)
                .Select(g => new FigureRow(
                    g.Key,
                    Latest(g, Breakdown.Total),
                    Shown(Latest(g, Breakdown.Women)),
                    Shown(Latest(g, Breakdown.Men)),
                    Latest(g, Breakdown.Total)?.IsTooThin(indicator.SmallestAnswers) ?? false
                )),
        ];

        RecordedObservation? Shown(RecordedObservation? part) => part?.IsTooThin(indicator.SmallestAnswers) == true ? null : part;
    }

    private static RecordedObservation? Latest(IEnumerable<RecordedObservation> observations, Breakdown breakdown) =>
        observations.Where(o => o.Breakdown == breakdown).OrderBy(o => o.RecordedOn).ThenBy(o => o.Sequence).LastOrDefault()
            is { Missing: not MissingReason.Withdrawn } o
            ? o
            : null;
}
