namespace Ledstjarna.Domain.Goals;

/// <summary>A politically worded phrase of what a goal means (förtydligande).</summary>
public sealed class Clarification
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalId GoalId { get; init; }

    /// <summary>1 for the goal's first phrase.</summary>
    public required int Number
    {
        get;
        init => field = Require.AtLeast(value, 1, "number");
    }

    public required string Text
    {
        get;
        init => field = Require.Text(value, "text");
    }

    /// <summary>The last day it counts, where it was ended. Null: it has not been.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The decision that ended it.</summary>
    public DecisionId? EndedBy { get; init; }

    public bool IsExample { get; init; }
}

/// <summary>What is expected of a goal, in words (förväntad måluppfyllelse).</summary>
public sealed class ExpectedOutcome
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalId GoalId { get; init; }

    /// <summary>The budget year it is tied to; 0 for the whole term.</summary>
    public required int BudgetYear { get; init; }

    public required string Text
    {
        get;
        init => field = Require.Text(value, "text");
    }

    public bool IsExample { get; init; }
}

/// <summary>A committee or company goal that serves a council goal (bidrag).</summary>
public sealed class Contribution
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalId GoalId { get; init; }

    public required GoalId CouncilGoalId { get; init; }
}

/// <summary>An indicator or an activity in a measurement area, with its weight there.</summary>
public sealed class Measure
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalId GoalId { get; init; }

    /// <summary>Place in the area, 0 for the first; tells the area's measures apart.</summary>
    public required int Order { get; init; }

    /// <summary>Either this or <see cref="ActivityId"/>.</summary>
    public IndicatorId? IndicatorId { get; init; }

    public ActivityId? ActivityId { get; init; }

    /// <summary>More than 0; only its relation to the others' weights matters.</summary>
    public double Weight
    {
        get;
        init => field = Require.Positive(value, "weight");
    } = 1;

    public bool IsKey { get; init; }

    /// <summary>The first day it counts. Null: as long as its area.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last day it counts, where it was ended. Null: it has not been.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The decision that ended it.</summary>
    public DecisionId? EndedBy { get; init; }

    /// <summary>Whether it counts on a day, as far as its own days go.</summary>
    public bool Counts(DateOnly day) => !(FirstDay > day) && !(LastDay < day);
}

/// <summary>What has become of a proposed strategy.</summary>
public enum StrategyState
{
    Adopted,

    /// <summary>A competing proposal, kept beside the adopted one.</summary>
    Proposed,
    Rejected,
}

/// <summary>How to reach a goal (politisk strategi): decided apart from the goals, so that parties may differ.</summary>
public sealed class Strategy
{
    public required OrganisationId OrganisationId { get; init; }

    public required StrategyId Id { get; init; }

    /// <summary>The goal or sub-goal it feeds first; <see cref="StrategyGoal"/> names the others.</summary>
    public required GoalId GoalId { get; init; }

    public required int Order { get; init; }

    public required string Text
    {
        get;
        init => field = Require.Text(value, "text");
    }

    public StrategyState State { get; init; }

    /// <summary>The body or party group behind it. Null: not stated.</summary>
    public string? Proposer { get; init; }

    /// <summary>The strategy that it was put against. Null: none.</summary>
    public StrategyId? CompetesWithId { get; init; }

    /// <summary>Who reserved themselves and how. Null: no one.</summary>
    public string? Reservations { get; init; }

    public DecisionId? DecisionId { get; init; }

    /// <summary>The last day it counts, where it was ended. Null: it has not been.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The decision that ended it.</summary>
    public DecisionId? EndedBy { get; init; }
}

/// <summary>A further goal that a strategy feeds.</summary>
public sealed class StrategyGoal
{
    public required OrganisationId OrganisationId { get; init; }

    public required StrategyId StrategyId { get; init; }

    public required GoalId GoalId { get; init; }
}

/// <summary>A goal's link to one of the UN's 17 global goals.</summary>
public sealed class GlobalGoalLink
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalId GoalId { get; init; }

    /// <summary>1–17.</summary>
    public required int GlobalGoal
    {
        get;
        init => field = value is >= 1 and <= 17 ? value : throw new DomainRuleException(RuleCode.TooLarge, "globalGoal");
    }

    public bool IsExample { get; init; }
}

/// <summary>A goal's expected effect on an article of the Convention on the Rights of the Child.</summary>
public sealed class ConventionEffect
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalId GoalId { get; init; }

    /// <summary>1–54.</summary>
    public required int Article
    {
        get;
        init => field = value is >= 1 and <= 54 ? value : throw new DomainRuleException(RuleCode.TooLarge, "article");
    }

    /// <summary>+1 positive, 0 none, −1 negative.</summary>
    public required int Effect
    {
        get;
        init => field = Math.Sign(value);
    }

    /// <summary>Whether the source says that it concerns this goal especially.</summary>
    public bool IsEspecially { get; init; }

    public string? Text { get; init; }
}
