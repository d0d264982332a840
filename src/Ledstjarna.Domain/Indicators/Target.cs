using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Indicators;

/// <summary>Where a target comes from.</summary>
public enum Provenance
{
    /// <summary>Set by experts from a national, regional or local goal or an earlier governing document.</summary>
    Expert,

    /// <summary>Decided by a body; only a decision can change it.</summary>
    Political,
}

/// <summary>What level counts as reached, and who says so (målvärde).</summary>
public sealed class Target
{
    /// <param name="organisationId">The organisation.</param>
    /// <param name="id">Its id.</param>
    /// <param name="indicatorId">What it is a target for.</param>
    /// <param name="level">The level itself.</param>
    /// <param name="decisionId">The decision behind a political target; null makes it an expert's.</param>
    /// <param name="basedOn">What an expert's target comes from.</param>
    public Target(
        OrganisationId organisationId,
        TargetId id,
        IndicatorId indicatorId,
        TargetLevel level,
        DecisionId? decisionId,
        string? basedOn
    )
    {
        if (decisionId is null && string.IsNullOrWhiteSpace(basedOn))
        {
            throw new DomainRuleException(RuleCode.ProvenanceMissing, "basedOn");
        }

        (OrganisationId, Id, IndicatorId, DecisionId, BasedOn) = (organisationId, id, indicatorId, decisionId, basedOn);
        (Kind, From, Due, MeanOf, Since) = (level.Kind, level.From, level.Due, level.MeanOf, level.Since);
        (Low, High) = (Finite(level.Low), Finite(level.High));
        (PartlyLow, PartlyHigh) = (level.PartlyLow, level.PartlyHigh);
    }

    private Target() { }

    public OrganisationId OrganisationId { get; private init; }

    public TargetId Id { get; private init; }

    public IndicatorId IndicatorId { get; private init; }

    public TargetKind Kind { get; private init; }

    public double? Low { get; private init; }

    public double? High { get; private init; }

    public double? PartlyLow { get; private init; }

    public double? PartlyHigh { get; private init; }

    public DateOnly? From { get; private init; }

    public DateOnly? Due { get; private init; }

    public int? MeanOf { get; private init; }

    public Period? Since { get; private init; }

    public DecisionId? DecisionId { get; private init; }

    public string? BasedOn { get; private init; }

    /// <summary>The last day it counts, where it was ended. Null: it has not been.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The decision that ended it.</summary>
    public DecisionId? EndedBy { get; init; }

    public bool IsExample { get; init; }

    public Provenance Provenance => DecisionId is null ? Provenance.Expert : Provenance.Political;

    public TargetLevel Level() =>
        TargetLevel.Of(Kind, Low, High, PartlyLow, PartlyHigh, Since) with
        {
            From = From,
            Due = Due,
            MeanOf = MeanOf,
        };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
