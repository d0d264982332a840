using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Tests.Decisions;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Ambition;

/// <summary>What the tests begin with.</summary>
public sealed partial class AmbitionTests
{
    private static readonly Unit Council = DecisionRulesTests.UnitOf(UnitKind.Council, "KF");
    private static readonly Decision First = DecisionRulesTests.Made(Council, "2021-01-13");
    private static readonly Decision Second = DecisionRulesTests.Made(Council, "2022-11-09");
    private static readonly Indicator A = Recorded.Indicator("A");
    private static readonly Indicator B = Recorded.Indicator("B");
    private static readonly Goal Top = Recorded.Goal("1");
    private static readonly Goal Area = Under(Top, "1.1");

    private static RuleCode Code(Action act) => Should.Throw<DomainRuleException>(act).Code;

    private static double? Low(SteeringRecord record, string day) =>
        LevelContent.Standing(record, Level("x"), Recorded.Day(day), Guid.NewGuid).Targets.Single(t => t.IndicatorId == A.Id).Low;

    private static LevelContent Standing(SteeringRecord record) =>
        LevelContent.Standing(record, Level("1"), Recorded.Day("2022-01-01"), Guid.NewGuid);

    private static Clarification Phrase(int number) =>
        new()
        {
            OrganisationId = Recorded.Org,
            GoalId = Top.Id,
            Number = number,
            Text = "Alla kan delta.",
        };

    /// <summary>A has a political target of at least 60, B an expert's.</summary>
    private static SteeringRecord Stands()
    {
        var record = Recorded.In(A, B);
        return record with
        {
            Units = [Council],
            Decisions = [First, Second],
            Structures =
            [
                new GoalStructure
                {
                    OrganisationId = Recorded.Org,
                    Id = Recorded.Structure,
                    Name = "Målen",
                    LevelNames = ["mål", "mätområde"],
                    Validity = new Validity(Recorded.Day("2015-01-01"), null),
                    PrincipleId = Recorded.Common,
                },
            ],
            Goals = [Top, Area],
            Measures = [Recorded.Measure(Area, 0, A), Recorded.Measure(Area, 1, B)],
            Targets =
            [
                new Target(Recorded.Org, new TargetId(Guid.NewGuid()), A.Id, TargetLevel.AtLeast(60), First.Id, null),
                new Target(Recorded.Org, new TargetId(Guid.NewGuid()), B.Id, TargetLevel.AtLeast(60), null, "planen"),
            ],
        };
    }

    private static Goal Under(Goal parent, string number, DecisionId? decision = null, Validity? validity = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new GoalId(Guid.NewGuid()),
            StructureId = Recorded.Structure,
            ParentId = parent.Id,
            Kind = GoalKind.Council,
            Level = 1,
            Number = number,
            ShortName = $"Område {number}",
            Order = 0,
            DecisionId = decision,
            Validity = validity ?? Validity.Always,
            Mirrors = [1],
        };

    private static AmbitionTarget Wanted(string level, Indicator indicator, double low) =>
        new(Recorded.Org, new AmbitionTargetId(Guid.NewGuid()), LevelIds[level], indicator.Id, TargetLevel.AtLeast(low));

    private static readonly Dictionary<string, AmbitionLevelId> LevelIds = new(StringComparer.Ordinal)
    {
        ["1"] = new(Guid.NewGuid()),
        ["2"] = new(Guid.NewGuid()),
        ["x"] = new(Guid.NewGuid()),
    };

    private static AmbitionLevel Level(
        string name,
        LevelState state = LevelState.Draft,
        DecisionId? decision = null,
        string? from = null,
        string? first = null
    ) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = LevelIds[name],
            Name = name,
            BodyId = Council.Id,
            StructureId = Recorded.Structure,
            PrincipleId = Recorded.Common,
            State = state,
            DecisionId = decision,
            Validity = new Validity(from is null ? null : Recorded.Day(from), null),
            ForFollowUpsFrom = first is null ? null : Recorded.Day(first),
        };

    private static AmbitionArea ForLevel(AmbitionArea area, AmbitionLevel level, GoalId? goal = null, string? number = null) =>
        new()
        {
            OrganisationId = area.OrganisationId,
            LevelId = level.Id,
            GoalId = goal ?? area.GoalId,
            ParentId = area.ParentId,
            Number = number ?? area.Number,
            ShortName = area.ShortName,
            Order = area.Order,
            Mirrors = area.Mirrors,
        };

    private static AmbitionMeasure ForLevel(AmbitionMeasure measure, AmbitionLevel level) =>
        new()
        {
            OrganisationId = measure.OrganisationId,
            Id = measure.Id,
            LevelId = level.Id,
            AreaId = measure.AreaId,
            Order = measure.Order,
            IndicatorId = measure.IndicatorId,
        };
}
