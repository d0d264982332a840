using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.Tests.FollowUps;

/// <summary>How goals stand on a day: in the structure then valid, on what was then known, with what people then judged.</summary>
public sealed class SituationTests
{
    private static readonly OrganisationId Org = new(Guid.NewGuid());
    private static readonly PrincipleId Default = new(Guid.NewGuid());
    private static readonly GoalStructureId Old = new(Guid.NewGuid());
    private static readonly GoalStructureId New = new(Guid.NewGuid());
    private static readonly IndicatorId Measured = new(Guid.NewGuid());
    private static readonly FollowUpId Annual = new(Guid.NewGuid());

    [Theory]
    [InlineData("2019-05-26", null)]
    [InlineData("2019-05-27", "Gamla")]
    [InlineData("2022-12-31", "Gamla")]
    [InlineData("2023-01-01", "Nya")]
    [InlineData("2040-01-01", "Nya")]
    public void History_is_read_in_the_structure_that_was_valid_then(string day, string? structure) =>
        (Situation.On(Record(), Day(day))?.Structure.Name).ShouldBe(structure);

    [Theory]
    [InlineData("2020-06-30", "2020-12-31")]
    [InlineData("2020-12-31", "2022-12-31")]
    [InlineData("2022-12-31", null)]
    [InlineData("2023-12-31", null)] // the new structure has no end
    public void A_forecast_is_for_the_year_and_then_for_the_period(string day, string? horizon)
    {
        var situation = Situation.On(Record(), Day(day))!;
        situation.Horizon.ShouldBe(horizon is null ? null : Day(horizon));
        (situation.Forecast is null).ShouldBe(horizon is null);
    }

    [Fact]
    public void A_judgement_of_what_has_another_number_now_stops_nothing()
    {
        var record = Record();
        var judgement = record.Judgements[0];
        var moved = new RecordedJudgement
        {
            OrganisationId = Org,
            Id = judgement.Id,
            FollowUpId = judgement.FollowUpId,
            Axis = judgement.Axis,
            Layer = judgement.Layer,
            Subject = judgement.Subject,
            Of = "9",
            Status = judgement.Status,
            Reason = judgement.Reason,
            By = judgement.By,
            On = judgement.On,
        };
        var situation = Situation.On(record with { Judgements = [moved] }, Day("2021-12-31"))!;
        situation.Rating(situation.FindGoal("1")!).Layers.IsJudged.ShouldBeFalse();
    }

    [Fact]
    public void A_follow_up_knows_only_what_was_known_then_and_carries_its_judgements()
    {
        var record = Record();
        var followUp = Situation.On(record, Day("2021-12-31"))!;
        followUp.RatingOfIndicator("I")!.Value.ShouldBe(50);
        followUp
            .Rating(followUp.FindGoal("1")!)
            .ShouldSatisfyAllConditions(r => r.Layers.Computed.ShouldBe(Status.NotAchieved), r => r.Effective.ShouldBe(Status.Partly));
        Situation
            .On(record, Day("2022-01-01"))!
            .ShouldSatisfyAllConditions(
                s => s.RatingOfIndicator("I")!.Value.ShouldBe(70),
                s => s.Rating(s.FindGoal("1")!).Layers.IsJudged.ShouldBeFalse()
            );
    }

    [Fact]
    public void Another_principle_is_tried_without_the_judgements()
    {
        var record = Record();
        var other = new OrganisationPrinciple
        {
            OrganisationId = Org,
            Id = new PrincipleId(Guid.NewGuid()),
            Key = "trend",
            Name = "Trend",
            Words = "Trend.",
            SourceNote = "Prov.",
            Rule = new Principle(Lens.Trend),
            Order = 1,
        };
        var tried = Situation.On(record, Day("2021-12-31"))!.Under(other);
        tried
            .Rating(tried.FindGoal("1")!)
            .Layers.ShouldSatisfyAllConditions(l => l.IsJudged.ShouldBeFalse(), l => l.Computed.ShouldBe(Status.CannotBeAssessed));
    }

    [Fact]
    public void A_goal_and_an_indicator_may_have_the_same_name()
    {
        var record = Record();
        record = record with { Indicators = [Indicator("1")] };
        Should.NotThrow(() => Situation.On(record, Day("2021-12-31")));
    }

    [Fact]
    public void The_follow_up_before_is_one_of_the_same_structure()
    {
        var record = Record();
        record = record with { FollowUps = [.. record.FollowUps, FollowUp(Old, "2020-12-31"), FollowUp(New, "2023-12-31")] };
        Situation.On(record, Day("2021-12-31"))!.Previous()!.CutOff.ShouldBe(Day("2020-12-31"));
        Situation.On(record, Day("2020-12-31"))!.Previous().ShouldBeNull();
        Situation.On(record, Day("2023-12-31"))!.Previous().ShouldBeNull();
    }

    [Fact]
    public void What_rests_on_something_invented_says_so()
    {
        Rests(Record()).ShouldBeFalse();
        Rests(Record(isExample: true)).ShouldBeTrue();
        var record = Record();
        Rests(record with { Judgements = [Judgement(isExample: true)] }).ShouldBeTrue();
        Rests(record with { Targets = [Target(isExample: true)] }).ShouldBeTrue();

        static bool Rests(SteeringRecord record)
        {
            var situation = Situation.On(record, Day("2021-12-31"))!;
            return situation.RestsOnExample(situation.FindGoal("1")!);
        }
    }

    private static DateOnly Day(string text) => DateText.Parse(text, "test");

    private static SteeringRecord Record(bool isExample = false)
    {
        var area = new GoalId(Guid.NewGuid());
        return new SteeringRecord
        {
            Organisation = new Organisation
            {
                OrganisationId = Org,
                Name = "Kommunen",
                MunicipalityCode = new MunicipalityCode("0665"),
                Slug = "kommunen",
            },
            Principles =
            [
                new OrganisationPrinciple
                {
                    OrganisationId = Org,
                    Id = Default,
                    Key = "gemensam",
                    Name = "Gemensam",
                    Words = "Ord.",
                    SourceNote = "Förval.",
                    Rule = new Principle(Lens.Target),
                    Order = 0,
                },
            ],
            Structures = [Structure(Old, "Gamla", "2019-05-27", "2022-12-31"), Structure(New, "Nya", "2023-01-01", null)],
            Goals =
            [
                new Goal
                {
                    OrganisationId = Org,
                    Id = area,
                    StructureId = Old,
                    Kind = GoalKind.Council,
                    Level = 0,
                    Number = "1",
                    ShortName = "Trygghet",
                    Order = 0,
                },
            ],
            Measures =
            [
                new Measure
                {
                    OrganisationId = Org,
                    GoalId = area,
                    Order = 0,
                    IndicatorId = Measured,
                },
            ],
            Indicators = [Indicator("I")],
            Observations = [Observation(50, "2021-12-01", isExample), Observation(70, "2022-03-01", false)],
            Targets = [Target(isExample: false)],
            FollowUps = [FollowUp(Old, "2021-12-31", Annual)],
            Judgements = [Judgement(isExample: false)],
        };
    }

    private static GoalStructure Structure(GoalStructureId id, string name, string from, string? to) =>
        new()
        {
            OrganisationId = Org,
            Id = id,
            Name = name,
            LevelNames = ["mål"],
            Validity = new Validity(Day(from), to is null ? null : Day(to)),
            PrincipleId = Default,
        };

    private static FollowUp FollowUp(GoalStructureId structure, string cutOff, FollowUpId? id = null) =>
        new()
        {
            OrganisationId = Org,
            Id = id ?? new FollowUpId(Guid.NewGuid()),
            Kind = FollowUpKind.Annual,
            State = FollowUpState.Published,
            CutOff = Day(cutOff),
            KnownAt = Day(cutOff).AddDays(40),
            StructureId = structure,
            PrincipleId = Default,
        };

    private static RecordedJudgement Judgement(bool isExample) =>
        new()
        {
            OrganisationId = Org,
            Id = new JudgementId(Guid.NewGuid()),
            FollowUpId = Annual,
            Axis = Axis.Outcome,
            Layer = Layer.Expert,
            Subject = Subject.Goal,
            Of = "1",
            Status = Status.Partly,
            Reason = "På väg.",
            By = "Sakkunnig",
            On = Day("2022-01-20"),
            IsExample = isExample,
        };

    private static Target Target(bool isExample) =>
        new(Org, new TargetId(Guid.NewGuid()), Measured, TargetLevel.AtLeast(60), null, "plan") { IsExample = isExample };

    private static Indicator Indicator(string code) =>
        new()
        {
            OrganisationId = Org,
            Id = Measured,
            Code = code,
            Name = "Trygga",
            Unit = "%",
            Direction = Direction.Higher,
            Quality = QualityKind.Perceived,
            CadenceMonths = 24,
            Source = "Enkät",
        };

    private static RecordedObservation Observation(double value, string recorded, bool isExample) =>
        new(Org, new ObservationId(Guid.NewGuid()), Measured, Period.Parse("2021"), Breakdown.Total, value, null, null, Day(recorded))
        {
            RecordedBy = "Sakkunnig",
            IsExample = isExample,
        };
}
