namespace Ledstjarna.App.Features.Assessment;

/// <summary>A case file that cannot be read as one.</summary>
/// <param name="field">Where: a path such as <c>indicators[2].targets[0].partlyAt</c>.</param>
/// <param name="sentence">What is wrong and what to do, in Swedish.</param>
public sealed class CaseFileException(string field, string sentence) : Exception($"{field}: {sentence}")
{
    public string Field { get; } = field;
}
