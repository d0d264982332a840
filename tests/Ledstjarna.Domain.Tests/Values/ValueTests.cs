using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.Tests.Values;

/// <summary>Wrong values are refused where they are made.</summary>
public sealed class ValueTests
{
    private static readonly OrganisationId Org = new(Guid.NewGuid());

    [Theory]
    [InlineData("665")]
    [InlineData("06655")]
    [InlineData("066A")]
    [InlineData("")]
    public void A_municipality_code_is_four_digits(string code) =>
        Should.Throw<DomainRuleException>(() => new MunicipalityCode(code)).Code.ShouldBe(RuleCode.MunicipalityCodeMalformed);

    [Theory]
    [InlineData("")]
    [InlineData("Vaggeryd")]
    [InlineData("a b")]
    [InlineData("../x")]
    [InlineData("å")]
    public void An_address_word_is_plain(string slug) =>
        Should.Throw<DomainRuleException>(() => Organisation(slug: slug)).Field.ShouldBe("slug");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_name_says_something(string name) =>
        Should.Throw<DomainRuleException>(() => Organisation(name)).Code.ShouldBe(RuleCode.Required);

    [Fact]
    public void A_name_is_trimmed_and_not_a_book()
    {
        Organisation("  Åre  ").Name.ShouldBe("Åre");
        Should.Throw<DomainRuleException>(() => Organisation(new string('x', 201))).Code.ShouldBe(RuleCode.TooLong);
    }

    [Fact]
    public void A_validity_includes_both_its_days_and_is_in_order()
    {
        var validity = new Validity(new DateOnly(2019, 1, 1), new DateOnly(2022, 12, 31));
        new[] { new DateOnly(2018, 12, 31), new DateOnly(2019, 1, 1), new DateOnly(2022, 12, 31), new DateOnly(2023, 1, 1) }
            .Select(validity.Includes)
            .ShouldBe([false, true, true, false]);
        Validity.Always.Includes(DateOnly.MinValue).ShouldBeTrue();
        Should
            .Throw<DomainRuleException>(() => new Validity(new DateOnly(2022, 1, 2), new DateOnly(2022, 1, 1)))
            .Code.ShouldBe(RuleCode.DatesOutOfOrder);
    }

    [Theory]
    [InlineData(UnitKind.Council, true, false)]
    [InlineData(UnitKind.Committee, true, true)]
    [InlineData(UnitKind.Company, true, true)]
    [InlineData(UnitKind.OtherBody, true, false)]
    [InlineData(UnitKind.Administration, false, false)]
    [InlineData(UnitKind.Group, false, false)]
    public void Only_bodies_and_company_boards_decide(UnitKind kind, bool decides, bool setsGoals)
    {
        var unit = new Unit
        {
            OrganisationId = Org,
            Id = new UnitId(Guid.NewGuid()),
            Kind = kind,
            Abbreviation = "X",
            Name = "X",
        };
        (unit.Decides, unit.SetsGoals).ShouldBe((decides, setsGoals));
    }

    [Fact]
    public void A_target_says_where_it_comes_from()
    {
        Should.Throw<DomainRuleException>(() => Target(TargetLevel.AtLeast(1), null, " ")).Code.ShouldBe(RuleCode.ProvenanceMissing);
        Target(TargetLevel.AtLeast(1), null, "Agenda 2030").Provenance.ShouldBe(Provenance.Expert);
        Target(TargetLevel.AtLeast(1), new DecisionId(Guid.NewGuid()), null).Provenance.ShouldBe(Provenance.Political);
    }

    public static TheoryData<TargetLevel> Levels =>
        new(
            TargetLevel.AtLeast(60, 55) with
            {
                From = new DateOnly(2021, 1, 13),
                Due = new DateOnly(2022, 12, 31),
            },
            TargetLevel.AtMost(8),
            TargetLevel.Between(1, 5, 0, 6) with
            {
                MeanOf = 3,
            },
            TargetLevel.Improve(Period.Parse("2019"))
        );

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_target_that_is_kept_comes_back_as_it_was(TargetLevel level) => Target(level, null, "plan").Level().ShouldBe(level);

    [Fact]
    public void What_rests_on_too_few_answers_is_suppressed_for_the_engine_too()
    {
        var observation = Recorded(answers: 9);
        observation.IsTooThin(10).ShouldBeTrue();
        observation.Measured(10).Missing.ShouldBe(MissingReason.Suppressed);
        observation.IsTooThin(9).ShouldBeFalse();
        observation.Measured(9).Value.ShouldBe(61);
        observation.IsTooThin(null).ShouldBeFalse();
        Recorded(answers: null).IsTooThin(10).ShouldBeFalse();
    }

    [Fact]
    public void A_level_of_a_structure_must_be_one_of_its_own()
    {
        var structure = new GoalStructure
        {
            OrganisationId = Org,
            Id = new GoalStructureId(Guid.NewGuid()),
            Name = "Mål",
            LevelNames = ["mål", "delmål"],
            Validity = Validity.Always,
            PrincipleId = new PrincipleId(Guid.NewGuid()),
        };
        structure.LevelName(1).ShouldBe("delmål");
        Should.Throw<DomainRuleException>(() => structure.LevelName(2)).Code.ShouldBe(RuleCode.LevelUnknown);
        Should.Throw<DomainRuleException>(() => structure.LevelName(-1)).Code.ShouldBe(RuleCode.LevelUnknown);
    }

    [Theory]
    [InlineData(Direction.Higher, 5.0, 3, 6)]
    [InlineData(Direction.Lower, 5.0, 3, 6)]
    [InlineData(Direction.Higher, 9.0, 1, 6)]
    [InlineData(Direction.Lower, 9.0, 6, 6)]
    public void A_place_is_one_more_than_those_strictly_better(Direction direction, double own, int place, int of)
    {
        var ranking = Ranking.Among([1, 4, 5, 5, 7, 9], own, direction);
        (ranking.Place, ranking.Of, ranking.Median).ShouldBe((place, of, 5.0));
    }

    [Fact]
    public void The_best_quarter_begins_where_the_direction_says()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8];
        Ranking.Among(values, 1, Direction.Higher).BestQuarter.ShouldBe(7);
        Ranking.Among(values, 1, Direction.Lower).BestQuarter.ShouldBe(2);
        Ranking.Among([3], 3, Direction.Lower).ShouldBe(new Ranking(1, 1, 3, 3));
    }

    [Fact]
    public void An_actor_does_only_what_it_has_the_right_to()
    {
        Should.NotThrow(() => Actor.Operator(Org).Require(Right.LoadDemo));
        Should.NotThrow(() => Actor.Visitor(Org, mayRead: true).Require(Right.Read));
        Should.Throw<UnauthorizedAccessException>(() => Actor.Visitor(Org, mayRead: false).Require(Right.Read));
        Should.Throw<UnauthorizedAccessException>(() => Actor.Visitor(Org, mayRead: true).Require(Right.LoadDemo));
    }

    private static Organisation Organisation(string name = "Kommunen", string slug = "kommunen") =>
        new()
        {
            OrganisationId = Org,
            Name = name,
            MunicipalityCode = new MunicipalityCode("0665"),
            Slug = slug,
        };

    private static Target Target(TargetLevel level, DecisionId? decision, string? basedOn) =>
        new(Org, new TargetId(Guid.NewGuid()), new IndicatorId(Guid.NewGuid()), level, decision, basedOn);

    private static RecordedObservation Recorded(int? answers) =>
        new(
            Org,
            new ObservationId(Guid.NewGuid()),
            new IndicatorId(Guid.NewGuid()),
            Period.Parse("2021"),
            Breakdown.Total,
            61,
            null,
            2,
            new DateOnly(2022, 1, 10)
        )
        {
            RecordedBy = "Sakkunnig",
            Answers = answers,
        };
}
