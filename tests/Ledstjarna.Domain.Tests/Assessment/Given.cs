using System.Globalization;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>Short ways to say what a case is made of.</summary>
internal static class Given
{
    public static readonly DateOnly AsOf = Day("2021-12-31");

    public static readonly Principle TargetOnly = new(Lens.Target);

    public static DateOnly Day(string text) => DateText.Parse(text, "test");

    /// <summary>"2019=60 2020=62±2@2021-01-10 2021=!delayed": period, value or reason, margin, recorded.</summary>
    public static ObservationSeries Series(string text) => new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)]);

    public static MeasuredIndicator Indicator(
        string observations,
        TargetLevel? target = null,
        string id = "A",
        Direction direction = Direction.Higher,
        double cadence = 12,
        double lag = 0,
        double? carry = null,
        string? substitute = null,
        IReadOnlyList<TargetLevel>? targets = null,
        string[]? breaks = null,
        (string Period, double[] Values)[]? groups = null
    ) =>
        new(
            id,
            direction,
            cadence,
            Series(observations),
            targets ?? (target is null ? [] : [target]),
            [.. (breaks ?? []).Select(Day)],
            groups is null
                ? null
                : new ListedGroup([.. groups.Select(g => new KeyValuePair<Period, double[]>(Period.Parse(g.Period), g.Values))])
        )
        {
            Lag = lag,
            Carry = carry,
            Substitute = substitute,
        };

    /// <summary>The first indicator rated alone under a node.</summary>
    public static IndicatorRating Rating(
        MeasuredIndicator indicator,
        Principle? principle = null,
        string asOf = "2021-12-31",
        string? horizon = null,
        string? knownAt = null,
        MeasuredIndicator[]? others = null,
        Judgement[]? judgements = null
    ) =>
        Assessor
            .Assess(
                new AssessmentCase(
                    Day(asOf),
                    principle ?? TargetOnly,
                    Node("root", new TreeIndicator(indicator.Id)),
                    [indicator, .. others ?? []],
                    judgements: judgements,
                    horizon: horizon is null ? null : Day(horizon),
                    knownAt: knownAt is null ? null : Day(knownAt)
                )
            )
            .Indicators[0];

    public static TreeNode Node(string id, params TreePart[] children) => new(id, children);

    /// <summary>An activity that has the status a test wants: a node's children are easiest made of those.</summary>
    public static MeasuredActivity Activity(string id, Status status) =>
        status switch
        {
            Status.Achieved => new(id, ActivityState.Done, AsOf),
            Status.Partly => new(id, ActivityState.Ongoing, AsOf),
            Status.NotAchieved => new(id, ActivityState.Cancelled, AsOf),
            Status.NotDue => new(id, ActivityState.Ongoing, Day("2030-01-01")),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "an activity cannot be made so in an outcome"),
        };

    /// <summary>A node over parts with given statuses; a cannot-be-assessed part is an indicator without figures.</summary>
    public static NodeRating Goal(RollUpRule rule, params (Status Status, double Weight, bool Key)[] parts) => GoalOf(rule, [], parts).Root;

    public static AssessmentResult GoalOf(RollUpRule rule, Judgement[] judgements, params (Status Status, double Weight, bool Key)[] parts)
    {
        var indicators = new List<MeasuredIndicator>();
        var activities = new List<MeasuredActivity>();
        var children = new List<TreePart>();
        for (var i = 0; i < parts.Length; i++)
        {
            var (status, weight, key) = parts[i];
            if (status == Status.CannotBeAssessed)
            {
                indicators.Add(Indicator("", id: $"p{i}"));
                children.Add(new TreeIndicator($"p{i}") { Weight = weight, IsKey = key });
            }
            else
            {
                activities.Add(Activity($"p{i}", status));
                children.Add(new TreeActivity($"p{i}") { Weight = weight, IsKey = key });
            }
        }

        return Assessor.Assess(
            new AssessmentCase(
                AsOf,
                new Principle(Lens.Target) { RollUp = rule },
                new TreeNode("goal", children),
                indicators,
                activities,
                judgements
            )
        );
    }

    public static NodeRating Goal(RollUpRule rule, params Status[] parts) => Goal(rule, [.. parts.Select(p => (p, 1.0, false))]);

    private static Observation One(string text)
    {
        var (period, rest) = (text[..text.IndexOf('=')], text[(text.IndexOf('=') + 1)..]);
        DateOnly? recorded = null;
        if (rest.IndexOf('@') is >= 0 and var at)
        {
            (rest, recorded) = (rest[..at], Day(rest[(at + 1)..]));
        }

        if (rest[0] == '!')
        {
            return Observation.OfMissing(Period.Parse(period), Enum.Parse<MissingReason>(rest[1..], ignoreCase: true), recorded);
        }

        double? margin = null;
        if (rest.IndexOf('±') is >= 0 and var plus)
        {
            (rest, margin) = (rest[..plus], double.Parse(rest[(plus + 1)..], CultureInfo.InvariantCulture));
        }

        return Observation.OfValue(Period.Parse(period), double.Parse(rest, CultureInfo.InvariantCulture), margin, recorded);
    }
}
