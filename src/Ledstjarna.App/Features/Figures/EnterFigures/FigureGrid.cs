using Ledstjarna.App.Words;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Figures;

/// <summary>A line of the grid: an indicator's period, with a box per breakdown and one for why a figure is missing.</summary>
/// <param name="Indicator">What.</param>
/// <param name="Period">When.</param>
/// <param name="Label">The line's heading.</param>
/// <param name="Before">The figure of the period before, in words; "" where there is none.</param>
/// <param name="Now">What stands there, by breakdown.</param>
public sealed record GridRow(
    Indicator Indicator,
    Period Period,
    string Label,
    string Before,
    IReadOnlyDictionary<Breakdown, CurrentFigure> Now
)
{
    /// <summary>Of what and when, in names of boxes.</summary>
    public string Key { get; } = $"{Indicator.Id.Value:N}.{Period}";

    /// <summary>As it stands in its box: a value, or ".." where it is missing for a reason.</summary>
    public string Text(Breakdown breakdown) =>
        Now.GetValueOrDefault(breakdown) is var figure && figure.Value is { } v ? FigureWords.Typed(v)
        : figure.Missing is null or MissingReason.Withdrawn ? ""
        : "..";

    /// <summary>Why the total is missing; null when it is not.</summary>
    public MissingReason? Reason => Now.GetValueOrDefault(Breakdown.Total).Missing is var m && m != MissingReason.Withdrawn ? m : null;

    public DateOnly? Expected => Now.Values.Select(f => f.ExpectedOn).FirstOrDefault(d => d is not null);
}

/// <summary>What the grid is of: one indicator with its periods, or one period with a unit's indicators.</summary>
public sealed record FigureGrid(string Title, IReadOnlyList<GridRow> Rows, Indicator? Indicator, Unit? Unit, Period? Period)
{
    public static readonly Breakdown[] Breakdowns = [Breakdown.Total, Breakdown.Women, Breakdown.Men];

    /// <summary>How many periods one indicator's grid shows: those there are, those between, and the next.</summary>
    private const int PeriodsShown = 24;

    private const int PeriodsAhead = 2;

    public static FigureGrid Of(SteeringRecord record, Indicator indicator, DateOnly today)
    {
        var figures = LatestFigures.Of(record, o => o.IndicatorId == indicator.Id);
        var periods = figures.Keys.Select(k => k.Period).ToHashSet();
        var next = periods.Count > 0 ? periods.Min() : indicator.NewestDue(record.PeriodKindOf(indicator), today);
        var last = periods.Count > 0 ? periods.Max() : next;
        for (var ahead = 0; next is { } p && ahead < PeriodsAhead; next = indicator.PeriodAfter(p))
        {
            periods.Add(p);
            ahead += p > last ? 1 : 0;
        }

        return new FigureGrid(
            indicator.Name,
            [.. periods.OrderDescending().Take(PeriodsShown).Select(p => Row(indicator, p, p.ToString(), figures))],
            indicator,
            null,
            null
        );
    }

    public static FigureGrid Of(SteeringRecord record, Unit? unit, Period period, Actor actor)
    {
        var indicators = record
            .Indicators.Where(i => (unit is null || i.OwnerId == unit.Id) && actor.May(Right.RecordFigures, i.OwnerId))
            .OrderBy(i => i.Name, Swedish.Order)
            .ToList();
        var figures = LatestFigures.Of(record, o => o.Period == period || o.Period == period.YearBefore);
        var kinds = record.PeriodKinds();
        return new FigureGrid(
            unit?.Name ?? "Alla enheter",
            [.. indicators.Where(i => kinds[i.Id] == period.Kind).Select(i => Row(i, period, i.Name, figures))],
            null,
            unit,
            period
        );
    }

    private static GridRow Row(Indicator indicator, Period period, string label, Dictionary<FigureKey, CurrentFigure> figures)
    {
        var before =
            period.YearBefore is { } y
            && figures.TryGetValue(new FigureKey(indicator.Id, y, Breakdown.Total), out var f)
            && f.Value is { } v
                ? IndicatorWords.Value(indicator, v)
                : "";
        return new GridRow(
            indicator,
            period,
            label,
            before,
            Breakdowns.ToDictionary(b => b, b => figures.GetValueOrDefault(new FigureKey(indicator.Id, period, b)))
        );
    }
}
