using System.Text.Json;

namespace Ledstjarna.App.Features.Demo;

/// <summary>The file of public facts about the municipality. Fields that say how far a fact is to be trusted are read; the rest of the file is let be.</summary>
internal sealed record DemoSources
{
    public required MunicipalityRow Municipality { get; init; }
    public required VisionRow Vision { get; init; }
    public required string GoalStem { get; init; }
    public required IReadOnlyList<GoalRow> Goals { get; init; }
    public required IReadOnlyList<ConventionRow> ChildConventionLinks { get; init; }
    public required IReadOnlyList<BodyRow> Bodies { get; init; }
    public required IReadOnlyList<BodyRow> Companies { get; init; }
    public required IReadOnlyList<DecisionRow> Decisions { get; init; }
    public required IReadOnlyList<IndicatorRow> Indicators { get; init; }

    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    internal sealed record MunicipalityRow(string Name, string Code);

    internal sealed record ReferenceRow(string Body, string Date, string? Paragraph);

    internal sealed record VisionRow(string Name, string Motto, string ValidTo, ReferenceRow ExtendedBy);

    internal sealed record GoalRow(string Id, string Short, string Text, int[] Sdg, string SdgTrust, FactorRow[] Factors);

    internal sealed record FactorRow(
        string Id,
        string Name,
        string? OldName,
        string[]? Strategies,
        bool CrossCutting,
        string? Period,
        ReferenceRow? Added
    );

    internal sealed record ConventionRow(int Article, string[] Goals, string[]? Especially);

    internal sealed record BodyRow(string Id, string Name, string Type, string? Parent);

    internal sealed record DecisionRow(string Date, string Body, string? Paragraph, string Subject);

    internal sealed record IndicatorRow(
        string Id,
        string Unit,
        string? Direction,
        double[][] Values,
        int? Sample,
        int? Responses,
        string? Source
    );
}
