using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Ambition;

/// <summary>A measurement area in a level: a goal at the bottom of the structure, or one that comes to be when the level is adopted.</summary>
public sealed record AmbitionArea
{
    public required OrganisationId OrganisationId { get; init; }

    public required AmbitionLevelId LevelId { get; init; }

    public required GoalId GoalId { get; init; }

    /// <summary>What it lies under in the structure. Null: it is itself at the top, as a committee's goal may be.</summary>
    public required GoalId? ParentId { get; init; }

    public required string Number
    {
        get;
        init => field = Require.Text(value, "number", 20);
    }

    public required string ShortName
    {
        get;
        init => field = Require.Text(value, "shortName", 200);
    }

    public required int Order { get; init; }

    public double Weight
    {
        get;
        init => field = Require.Positive(value, "weight");
    } = 1;

    public bool IsKey { get; init; }

    /// <summary>The numbers of the council goal's phrases that it mirrors.</summary>
    public IReadOnlyList<int> Mirrors { get; init; } = [];

    public bool IsExample { get; init; }
}

/// <summary>An indicator or an activity in one of a level's areas.</summary>
public sealed record AmbitionMeasure
{
    public required OrganisationId OrganisationId { get; init; }

    public required AmbitionMeasureId Id { get; init; }

    public required AmbitionLevelId LevelId { get; init; }

    public required GoalId AreaId { get; init; }

    public required int Order { get; init; }

    /// <summary>Either this or <see cref="ActivityId"/>.</summary>
    public IndicatorId? IndicatorId { get; init; }

    public ActivityId? ActivityId { get; init; }

    public double Weight
    {
        get;
        init => field = Require.Positive(value, "weight");
    } = 1;

    public bool IsKey { get; init; }
}

/// <summary>A political target in a level. Experts' targets are not part of what is decided.</summary>
public sealed class AmbitionTarget
{
    public AmbitionTarget(
        OrganisationId organisationId,
        AmbitionTargetId id,
        AmbitionLevelId levelId,
        IndicatorId indicatorId,
        TargetLevel level
    )
    {
        (OrganisationId, Id, LevelId, IndicatorId) = (organisationId, id, levelId, indicatorId);
        (Kind, Due, MeanOf, Since) = (level.Kind, level.Due, level.MeanOf, level.Since);
        (Low, High) = (double.IsFinite(level.Low) ? level.Low : null, double.IsFinite(level.High) ? level.High : null);
        (PartlyLow, PartlyHigh) = (level.PartlyLow, level.PartlyHigh);
    }

    private AmbitionTarget() { }

    public OrganisationId OrganisationId { get; private init; }

    public AmbitionTargetId Id { get; private init; }

    public AmbitionLevelId LevelId { get; private init; }

    public IndicatorId IndicatorId { get; private init; }

    public TargetKind Kind { get; private init; }

    public double? Low { get; private init; }

    public double? High { get; private init; }

    public double? PartlyLow { get; private init; }

    public double? PartlyHigh { get; private init; }

    public DateOnly? Due { get; private init; }

    public int? MeanOf { get; private init; }

    public Period? Since { get; private init; }

    /// <summary>Why it is what it is, for those who decide.</summary>
    public string? Why { get; init; }

    public bool IsExample { get; init; }

    public TargetLevel Level() => TargetLevel.Of(Kind, Low, High, PartlyLow, PartlyHigh, Since) with { Due = Due, MeanOf = MeanOf };
}
