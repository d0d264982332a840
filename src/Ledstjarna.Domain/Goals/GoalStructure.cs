namespace Ledstjarna.Domain.Goals;

/// <summary>One version of the goal tree. History is always read in the structure that was valid then.</summary>
public sealed class GoalStructure
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalStructureId Id { get; init; }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 200);
    }

    /// <summary>The beginning of a sentence that every council goal ends: "Vaggeryds kommun ska vara en plats". Null: there is none.</summary>
    public string? Stem { get; init; }

    /// <summary>The levels' names from the top, in the singular: mål, delmål, mätområde. At least one; the last holds indicators and activities.</summary>
    public required IReadOnlyList<string> LevelNames
    {
        get;
        init => field = value.Count > 0 ? value : throw new DomainRuleException(RuleCode.LevelUnknown, "levelNames");
    }

    public required Validity Validity { get; init; }

    public DecisionId? DecisionId { get; init; }

    /// <summary>The principle its goals are assessed by, where a follow-up names no other.</summary>
    public required PrincipleId PrincipleId { get; init; }

    public string LevelName(int level) =>
        level >= 0 && level < LevelNames.Count ? LevelNames[level] : throw new DomainRuleException(RuleCode.LevelUnknown, "level");
}
