using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Principles;
using static Ledstjarna.Domain.Assessment.Status;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Principles;

/// <summary>One worked example for each principle that ships: the same goal under each of them.</summary>
public sealed class ShippedPrincipleTests
{
    [Theory]
    [InlineData("gemensam", Partly, Achieved, Partly, NotAchieved, CannotBeAssessed)]
    [InlineData("malvarde-80", NotAchieved, CannotBeAssessed, Partly, NotAchieved, CannotBeAssessed)]
    [InlineData("kvartil", Achieved, CannotBeAssessed, Achieved, CannotBeAssessed, CannotBeAssessed)]
    [InlineData("svagaste-lanken", NotAchieved, Achieved, NotAchieved, NotAchieved, CannotBeAssessed)]
    [InlineData("takt-2030", NotAchieved, Achieved, NotAchieved, NotAchieved, Partly)]
    public void The_worked_example(string key, Status goal, Status carried, Status near, Status far, Status bare)
    {
        var result = Assess(Rule(key));
        string[] ids = ["carried", "near", "far", "bare"];
        ids.Select(i => result.FindIndicator(i)!.Layers.Computed).ShouldBe([carried, near, far, bare]);
        result.Root.Layers.Computed.ShouldBe(goal);
    }

    [Fact]
    public void There_are_five_with_words_and_a_source()
    {
        ShippedPrinciple.All.Select(p => p.Key).ShouldBe(["gemensam", "malvarde-80", "kvartil", "svagaste-lanken", "takt-2030"]);
        ShippedPrinciple.All.ShouldAllBe(p =>
            p.Name.Length > 0 && p.SourceNote.Length > 0 && p.Words.Length > 200 && p.Words.Length < 2000
        );
    }

    private static Principle Rule(string key) => ShippedPrinciple.All.Single(p => p.Key == key).Rule;

    /// <summary>A two-year-old value that reaches its target; one at 85 per cent of it and among the best; one far off; one without a target that stands still.</summary>
    private static AssessmentResult Assess(Principle principle) =>
        Assessor.Assess(
            new AssessmentCase(
                AsOf,
                principle,
                Node("goal", new TreeIndicator("carried"), new TreeIndicator("near"), new TreeIndicator("far"), new TreeIndicator("bare")),
                [
                    Indicator("2020=61", TargetLevel.AtLeast(60), "carried"),
                    Indicator("2021=85", TargetLevel.AtLeast(100), "near", groups: [("2021", [50, 51, 52, 53, 54, 55, 56, 57, 90])]),
                    Indicator("2021=10", TargetLevel.AtLeast(100), "far"),
                    Indicator("2020=100 2021=100.5", id: "bare"),
                ]
            )
        );
}
