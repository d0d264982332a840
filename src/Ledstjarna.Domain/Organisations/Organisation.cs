namespace Ledstjarna.Domain.Organisations;

/// <summary>A municipality. All data belongs to exactly one; one installation serves many.</summary>
public sealed class Organisation
{
    public required OrganisationId OrganisationId { get; init; }

    /// <summary>As it calls itself: "Vaggeryds kommun".</summary>
    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 200);
    }

    public required MunicipalityCode MunicipalityCode { get; init; }

    /// <summary>The word in addresses: small letters a–z, digits and hyphens. Unique in the installation.</summary>
    public required string Slug
    {
        get;
        init => field = IsSlug(value) ? value : throw new DomainRuleException(RuleCode.Required, "slug", value);
    }

    /// <summary>The municipalities it compares itself with, by code; never itself. Empty: none are chosen.</summary>
    public IReadOnlyList<string> ComparisonMunicipalities
    {
        get;
        init =>
            field = value.All(c => new MunicipalityCode(c).Value != MunicipalityCode.Value)
                ? [.. value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
                : throw new DomainRuleException(RuleCode.MunicipalityUnknown, "comparisonMunicipalities", MunicipalityCode.Value);
    } = [];

    /// <summary>Whether the data is there to show how things work, in part invented.</summary>
    public bool IsDemo { get; init; }

    private static bool IsSlug(string? text) =>
        text is { Length: > 0 and <= 60 } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>The four digits Statistics Sweden gives a municipality: 0665.</summary>
public readonly record struct MunicipalityCode
{
    public MunicipalityCode(string value) =>
        Value =
            value is { Length: 4 } && value.All(char.IsAsciiDigit)
                ? value
                : throw new DomainRuleException(RuleCode.MunicipalityCodeMalformed, "municipalityCode", value);

    public string Value { get; }

    public override string ToString() => Value;
}
