using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>One thing known of one period: a value, or why there is none. Never both, never neither; null is never zero.</summary>
public readonly record struct Observation
{
    private Observation(Period period, double? value, MissingReason? missing, double? margin, DateOnly? recorded)
    {
        Period = period;
        Value = value;
        Missing = missing;
        Margin = margin;
        Recorded = recorded;
    }

    public Period Period { get; }

    /// <summary>In the indicator's unit.</summary>
    public double? Value { get; }

    /// <summary>Half the width of the confidence interval, in the indicator's unit. Null: not known.</summary>
    public double? Margin { get; }

    public MissingReason? Missing { get; }

    /// <summary>The day it became known. Null: it always was.</summary>
    public DateOnly? Recorded { get; }

    public static Observation Of(Period period, double? value, MissingReason? missing, double? margin = null, DateOnly? recorded = null) =>
        (value, missing) switch
        {
            (not null, not null) => throw new DomainRuleException(RuleCode.ValueAndMissing, "missing"),
            (null, null) => throw new DomainRuleException(RuleCode.NeitherValueNorMissing, "value"),
            (null, > MissingReason.Withdrawn) => throw new DomainRuleException(
                RuleCode.NeitherValueNorMissing,
                "missing",
                missing.ToString()
            ),
            _ => new(period, Require.Finite(value, "value"), missing, Require.NotNegative(margin, "margin"), recorded),
        };

    public static Observation OfValue(Period period, double value, double? margin = null, DateOnly? recorded = null) =>
        Of(period, value, null, margin, recorded);

    public static Observation OfMissing(Period period, MissingReason missing, DateOnly? recorded = null) =>
        Of(period, null, missing, null, recorded);
}
