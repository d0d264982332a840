using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.Tests.FollowUps;

/// <summary>A small municipality's records: one structure from 2015 without end, one council goal that all indicators count in.</summary>
internal static class Recorded
{
    public static readonly OrganisationId Org = new(Guid.NewGuid());
    public static readonly GoalStructureId Structure = new(Guid.NewGuid());
    public static readonly PrincipleId Common = new(Guid.NewGuid());

    public static DateOnly Day(string text) => DateText.Parse(text, "test");

    /// <summary>The indicators in one goal, "1", each with the target at least 60.</summary>
    public static SteeringRecord In(params Indicator[] indicators) => In(carry: 0, indicators);

    /// <param name="carry">How many cadences the principle lets a value be carried.</param>
    /// <param name="indicators">All in the one goal.</param>
    public static SteeringRecord In(double carry, params Indicator[] indicators)
    {
        var goal = Goal("1");
        return new SteeringRecord
        {
            Organisation = new Organisation
            {
                OrganisationId = Org,
                Name = "Kommunen",
                MunicipalityCode = new MunicipalityCode("0665"),
                Slug = "kommunen",
            },
            Principles = [Principle(carry)],
            Structures =
            [
                new GoalStructure
                {
                    OrganisationId = Org,
                    Id = Structure,
                    Name = "Målen",
                    LevelNames = ["mål"],
                    Validity = new Validity(Day("2015-01-01"), null),
                    PrincipleId = Common,
                },
            ],
            Goals = [goal],
            Measures = [.. indicators.Select((i, order) => Measure(goal, order, i))],
            Indicators = indicators,
            Targets =
            [
                .. indicators.Select(i => new Target(Org, new TargetId(Guid.NewGuid()), i.Id, TargetLevel.AtLeast(60), null, "planen")),
            ],
        };
    }

    public static Goal Goal(string number, GoalKind kind = GoalKind.Council, UnitId? unit = null, int order = 0) =>
        new()
        {
            OrganisationId = Org,
            Id = new GoalId(Guid.NewGuid()),
            StructureId = Structure,
            Kind = kind,
            Level = 0,
            Number = number,
            ShortName = $"Mål {number}",
            Order = order,
            UnitId = unit,
        };

    public static Measure Measure(Goal goal, int order, Indicator indicator, bool isKey = false) =>
        new()
        {
            OrganisationId = Org,
            GoalId = goal.Id,
            Order = order,
            IndicatorId = indicator.Id,
            IsKey = isKey,
        };

    public static Indicator Indicator(
        string code,
        double cadence = 12,
        double lag = 0,
        Indicator? substitute = null,
        int? smallestAnswers = null,
        UnitId? owner = null
    ) =>
        new()
        {
            OrganisationId = Org,
            Id = new IndicatorId(Guid.NewGuid()),
            Code = code,
            Name = code,
            Unit = "%",
            Direction = Direction.Higher,
            Quality = QualityKind.Perceived,
            CadenceMonths = cadence,
            LagMonths = lag,
            Source = "Enkät",
            SubstituteId = substitute?.Id,
            SmallestAnswers = smallestAnswers,
            OwnerId = owner,
        };

    public static RecordedObservation Value(
        Indicator indicator,
        string period,
        double value = 70,
        string? on = null,
        int? answers = null
    ) => Observation(indicator, period, value, null, on, answers: answers);

    public static RecordedObservation Missing(
        Indicator indicator,
        string period,
        MissingReason reason,
        string? on = null,
        string? expected = null
    ) => Observation(indicator, period, null, reason, on, expected);

    public static FollowUp FollowUp(string cutOff, string knownAt) =>
        new()
        {
            OrganisationId = Org,
            Id = new FollowUpId(Guid.NewGuid()),
            Kind = FollowUpKind.Annual,
            State = FollowUpState.Published,
            CutOff = Day(cutOff),
            KnownAt = Day(knownAt),
            StructureId = Structure,
            PrincipleId = Common,
        };

    public static Unit Unit(string abbreviation, UnitKind kind = UnitKind.Committee) =>
        new()
        {
            OrganisationId = Org,
            Id = new UnitId(Guid.NewGuid()),
            Kind = kind,
            Abbreviation = abbreviation,
            Name = abbreviation,
        };

    private static OrganisationPrinciple Principle(double carry) =>
        new()
        {
            OrganisationId = Org,
            Id = Common,
            Key = "gemensam",
            Name = "Gemensam",
            Words = "Ord.",
            SourceNote = "Förval.",
            Rule = new Principle(Lens.Target) { Carry = carry },
            Order = 0,
        };

    /// <summary>Recorded on the last day of its period unless told otherwise.</summary>
    private static RecordedObservation Observation(
        Indicator indicator,
        string period,
        double? value,
        MissingReason? missing,
        string? on,
        string? expected = null,
        int? answers = null
    )
    {
        var about = Period.Parse(period);
        return new RecordedObservation(
            Org,
            new ObservationId(Guid.NewGuid()),
            indicator.Id,
            about,
            Breakdown.Total,
            value,
            missing,
            null,
            on is null ? about.End : Day(on)
        )
        {
            RecordedBy = "Sakkunnig",
            ExpectedOn = expected is null ? null : Day(expected),
            Answers = answers,
        };
    }
}
