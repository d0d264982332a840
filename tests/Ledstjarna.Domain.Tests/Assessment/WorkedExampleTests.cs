using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;
using static Ledstjarna.Domain.Assessment.Status;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>The worked example of the assessment principle: one council goal, two areas, five indicators and an activity.</summary>
public sealed class WorkedExampleTests
{
    private readonly AssessmentResult _result = Example();

    [Fact]
    public void The_goal_is_yellow_and_could_be_red()
    {
        var goal = _result.Root;
        (goal.Layers.Computed, goal.Effective, goal.Score, goal.Carried).ShouldBe((Partly, Partly, 0.5, 0.0));
        goal.Coverage.ShouldBe(2.5 / 3, 1e-15);
        (goal.Low!.Value, goal.High!.Value).ShouldBe((1.0 / 3, 2.0 / 3));
        goal.Possible.ShouldBe([NotAchieved, Partly]);
        (goal.IsRobust, goal.Near).ShouldBe((false, false));
    }

    [Fact]
    public void The_first_area_is_decided_yellow_over_a_computed_green()
    {
        var area = _result.FindNode("KF4.1")!;
        (
            area.Layers.Computed,
            area.Layers.Decided!.Status,
            area.Score,
            area.Coverage,
            area.Carried,
            area.Low,
            area.High,
            area.IsRobust,
            area.Near
        ).ShouldBe((Achieved, Partly, 0.75, 1.0, 0.25, 0.75, 0.75, true, true));
    }

    [Fact]
    public void The_second_area_can_be_anything()
    {
        var area = _result.FindNode("KF4.2")!;
        (area.Layers.Computed, area.Score, area.Coverage, area.Low, area.High).ShouldBe((Partly, 0.5, 0.5, 0.25, 0.75));
        area.Possible.ShouldBe([NotAchieved, Partly, Achieved]);
    }

    [Theory]
    [InlineData("NRI", Achieved, ValueSource.Carried, "2018", 36, 65.0, Lens.Target, null)]
    [InlineData("TRYGG", CannotBeAssessed, ValueSource.Fresh, "2021", 0, 73.0, null, MissingReason.NoBasis)]
    [InlineData("VAL", NotDue, ValueSource.Fresh, "2018", 36, 88.1, null, null)]
    [InlineData("SVAR", Partly, ValueSource.Fresh, "2021", 0, 57.0, Lens.Target, null)]
    [InlineData("MOTE", CannotBeAssessed, ValueSource.Missing, null, null, null, null, MissingReason.Delayed)]
    public void Each_indicator_says_its_value_and_why(
        string id,
        Status computed,
        ValueSource source,
        string? period,
        int? age,
        double? value,
        Lens? lens,
        MissingReason? missing
    )
    {
        var rating = _result.FindIndicator(id)!;
        (rating.Layers.Computed, rating.Source, rating.Period?.ToString(), rating.Age, rating.Value, rating.Lens, rating.Missing).ShouldBe(
            (computed, source, period, age, value, lens, missing)
        );
    }

    [Theory]
    [InlineData("NRI", Achieved, Achieved, Partly, null)]
    [InlineData("TRYGG", null, Partly, null, null)]
    [InlineData("VAL", null, null, null, Achieved)]
    [InlineData("SVAR", Partly, null, null, null)]
    public void The_evidence_says_what_each_lens_sees(string id, Status? target, Status? trend, Status? comparison, Status? pace)
    {
        var evidence = _result.FindIndicator(id)!.Evidence!;
        (evidence.Of(Lens.Target), evidence.Of(Lens.Trend), evidence.Of(Lens.Comparison), evidence.Of(Lens.Pace)).ShouldBe(
            (target, trend, comparison, pace)
        );
    }

    [Fact]
    public void What_is_not_there_is_not_found() =>
        (_result.FindNode("NRI"), _result.FindIndicator("KF4"), _result.FindActivity("x"), _result.FindActivity("A1")!.Effective).ShouldBe(
            (null, null, null, Achieved)
        );

    private static AssessmentResult Example()
    {
        var principle = new Principle(Lens.Target)
        {
            Tolerance = 0.8,
            Carry = 1,
            ActivityGrace = 3,
            Trend = new TrendRule { Relative = 0.02, UseMargin = true },
            RollUp = new RollUpRule { MinCoverage = 0.5 },
            Levels = new Dictionary<string, RollUpRule>
            {
                ["goal"] = new(greenAt: 0.7) { MinCoverage = 0.6, Cap = true },
            },
        };
        var tree = new TreeNode(
            "KF4",
            [
                new TreeNode(
                    "KF4.1",
                    [new TreeIndicator("NRI"), new TreeIndicator("TRYGG") { Weight = 2, IsKey = true }, new TreeActivity("A1")]
                )
                {
                    Level = "area",
                    Weight = 2,
                },
                new TreeNode("KF4.2", [new TreeIndicator("VAL"), new TreeIndicator("SVAR"), new TreeIndicator("MOTE")]) { Level = "area" },
            ]
        )
        {
            Level = "goal",
        };
        MeasuredIndicator[] indicators =
        [
            Indicator(
                "2016=62@2016-12-20 2018=65±1.8@2018-12-20 2020=!surveyNotRun@2020-12-01",
                TargetLevel.AtLeast(65, 60) with
                {
                    From = Day("2021-01-13"),
                    Due = AsOf,
                },
                "NRI",
                cadence: 24,
                breaks: ["2021-06-01"],
                groups: [("2018", [61, 66, 58, 70, 63, 64, 59, 68])]
            ),
            Indicator("2020=71±2@2021-01-10 2021=73±2.1@2022-01-12", id: "TRYGG"),
            Indicator("2018=88.1", TargetLevel.AtLeast(85) with { Due = Day("2022-12-31") }, "VAL", cadence: 48),
            Indicator("2021=57@2021-12-01 2021=61@2022-06-01", TargetLevel.AtLeast(60, 55), "SVAR"),
            Indicator("2021=!delayed 2019=12", TargetLevel.Improve(Period.Parse("2019")), "MOTE"),
        ];
        return Assessor.Assess(
            new AssessmentCase(
                AsOf,
                principle,
                tree,
                indicators,
                [new MeasuredActivity("A1", ActivityState.Done, AsOf, Day("2021-11-02"))],
                [
                    new Judgement("TRYGG", Layer.Expert, Partly, "Ökningen ligger inom felmarginalen."),
                    new Judgement("KF4.1", Layer.Decided, Partly, "Tryggheten i centrum har inte följt med."),
                ],
                knownAt: Day("2022-02-01")
            )
        );
    }
}
