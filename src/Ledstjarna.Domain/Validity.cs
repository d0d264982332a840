namespace Ledstjarna.Domain;

/// <summary>When something holds. Both days are included; null means without end in that direction.</summary>
public sealed record Validity
{
    public static readonly Validity Always = new(null, null);

    public Validity(DateOnly? from, DateOnly? to)
    {
        if (to < from)
        {
            throw new DomainRuleException(RuleCode.DatesOutOfOrder, "to");
        }

        From = from;
        To = to;
    }

    private Validity() { }

    public DateOnly? From { get; private init; }

    public DateOnly? To { get; private init; }

    public bool Includes(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}
