using Ledstjarna.Domain;

namespace Ledstjarna.App.Features.Goals;

/// <summary>What a button in the tree says when it is pressed: goal, which side, sibling.</summary>
internal static class TreeMove
{
    private const string Before = "fore";
    private const string After = "efter";

    public static string Write(GoalId goal, GoalId beside, bool after) => $"{goal.Value}.{(after ? After : Before)}.{beside.Value}";

    /// <summary>Null: not as a button says it.</summary>
    public static PlaceGoal? Read(string? text) =>
        text?.Split('.') is [var goal, Before or After, var beside] && Guid.TryParse(goal, out var g) && Guid.TryParse(beside, out var b)
            ? new PlaceGoal(new GoalId(g), new GoalId(b), text.Contains($".{After}.", StringComparison.Ordinal))
            : null;
}
