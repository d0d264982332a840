using System.Diagnostics.CodeAnalysis;

namespace Ledstjarna.Domain;

/// <summary>What a value must be to be let in. Each returns the value, so that a constructor can say it in one line.</summary>
internal static class Require
{
    public static string Text([NotNull] string? value, string field, int longest = 4000) =>
        string.IsNullOrWhiteSpace(value) ? throw new DomainRuleException(RuleCode.Required, field)
        : value.Length > longest ? throw new DomainRuleException(RuleCode.TooLong, field)
        : value.Trim();

    public static double Finite(double value, string field) =>
        double.IsFinite(value) ? value : throw new DomainRuleException(RuleCode.NotFinite, field);

    public static double Positive(double value, string field) =>
        Finite(value, field) > 0 ? value : throw new DomainRuleException(RuleCode.NotPositive, field);

    public static double NotNegative(double value, string field) =>
        Finite(value, field) >= 0 ? value : throw new DomainRuleException(RuleCode.Negative, field);

    public static double? NotNegative(double? value, string field) => value is { } v ? NotNegative(v, field) : null;

    public static double? Finite(double? value, string field) => value is { } v ? Finite(v, field) : null;

    /// <summary>0 to 1, both ends included.</summary>
    public static double Share(double value, string field) =>
        Finite(value, field) is >= 0 and <= 1 ? value : throw new DomainRuleException(RuleCode.NotAShare, field);

    public static int AtLeast(int value, int least, string field) =>
        value >= least ? value : throw new DomainRuleException(least > 0 ? RuleCode.NotPositive : RuleCode.Negative, field);

    /// <summary>An address that may stand behind a link: http or https. Null and blank are no address.</summary>
    public static string? WebAddress(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? null
        : value.Length <= 500 && Uri.TryCreate(value.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? value.Trim()
        : throw new DomainRuleException(RuleCode.AddressMalformed, field);
}
