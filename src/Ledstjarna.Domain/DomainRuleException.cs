namespace Ledstjarna.Domain;

/// <summary>A value or an action that the domain does not allow. It is refused where it is made, before anything has changed.</summary>
/// <param name="code">Stable: doors translate it to a sentence and programs may depend on it.</param>
/// <param name="field">What was wrong, as the caller named it; a path such as <c>targets[0].partlyAt</c>. Empty when no single field is.</param>
/// <param name="value">The refused value as text, when it helps a person to see it.</param>
public sealed class DomainRuleException(RuleCode code, string field = "", string? value = null)
    : Exception(field.Length == 0 ? code.ToString() : $"{field}: {code}")
{
    public RuleCode Code { get; } = code;
    public string Field { get; } = field;
    public string? Value { get; } = value;

    /// <summary>The same refusal seen from one level up: <c>partlyAt</c> becomes <c>targets[0].partlyAt</c>.</summary>
    public DomainRuleException Under(string path) => new(Code, Field.Length == 0 ? path : $"{path}.{Field}", Value);
}
