using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledstjarna.App.Features.Demo;

/// <summary>The file of examples: what the public sources do not give. Its fields are named as in the file.</summary>
internal sealed record DemoExamples
{
    public required IReadOnlyList<StructureRow> Structures { get; init; }
    public required IReadOnlyList<UnitRow> Units { get; init; }
    public required IReadOnlyList<DecisionRow> Decisions { get; init; }
    public required IReadOnlyList<MatterRow> Matters { get; init; }
    public required IReadOnlyList<DecisionDetailRow> DecisionDetails { get; init; }
    public required IReadOnlyList<AssignmentRow> Assignments { get; init; }
    public required IReadOnlyList<LevelRow> Levels { get; init; }
    public required IReadOnlyList<FollowUpRow> FollowUps { get; init; }
    public required IReadOnlyList<ExtraGoalRow> ExtraGoals { get; init; }
    public required IReadOnlyList<string> Keys { get; init; }
    public required IReadOnlyList<AreaRow> Areas { get; init; }
    public required IReadOnlyList<IndicatorRow> Indicators { get; init; }
    public required IReadOnlyList<ActivityRow> Activities { get; init; }
    public required IReadOnlyList<ClarificationRow> Clarifications { get; init; }
    public required IReadOnlyList<ExpectedRow> Expected { get; init; }
    public required IReadOnlyList<CommitteeGoalRow> CommitteeGoals { get; init; }
    public required IReadOnlyList<InternalGoalRow> InternalGoals { get; init; }
    public required IReadOnlyList<JudgementRow> Judgements { get; init; }
    public required IReadOnlyList<ReportRow> Reports { get; init; }
    public required string About { get; init; }

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    internal sealed record StructureRow(
        string Id,
        string Name,
        string[] Levels,
        DateOnly From,
        DateOnly To,
        string? Decision,
        string Principle
    );

    internal sealed record UnitRow(string Id, string Name, Domain.Organisations.UnitKind Kind, string Parent);

    internal sealed record DecisionRow(string Reference, string Subject);

    internal sealed record MatterRow(string Number, string Title, string Unit, string Handler, string Summary);

    /// <summary>What the list of decisions does not say of one; its subject in full words.</summary>
    internal sealed record DecisionDetailRow(
        string Reference,
        string Matter,
        Domain.Decisions.DecisionKind Kind,
        Domain.Decisions.DecisionOutcome Outcome,
        string? ReferredTo,
        string? Subject,
        string? Text
    );

    internal sealed record AssignmentRow(
        string Decision,
        string Text,
        string Unit,
        string? Role,
        DateOnly? ReportBy,
        DateOnly? ReportedOn,
        string? Report,
        string? WithdrawnBy,
        bool IsReal
    );

    internal sealed record LevelTargetRow(string Indicator, double? AtLeast, double? AtMost, double PartlyAt, string? Why);

    internal sealed record LevelRow(
        string Id,
        string Name,
        string Structure,
        DateOnly Standing,
        string? CopiedFrom,
        Domain.Ambition.LevelState State,
        string? Decision,
        DateOnly? From,
        DateOnly? ForFollowUpsFrom,
        string Note,
        LevelTargetRow[]? Targets,
        string[]? WithoutTarget,
        bool IsExample
    );

    /// <summary>A follow-up; the one without a decision is open, with its days after the day it is loaded.</summary>
    internal sealed record FollowUpRow(
        Domain.FollowUps.FollowUpKind Kind,
        DateOnly CutOff,
        DateOnly? KnownAt,
        DateOnly? Horizon,
        string Level,
        string? Decision,
        DateOnly? ExpertsBy,
        DateOnly? UnitsBy,
        DateOnly? BoardBy
    );

    internal sealed record ExtraGoalRow(string Number, string Parent, string Name, string Only);

    internal sealed record AreaRow(string Number, string Name, int[]? Mirrors, double? Weight, string? Only, string[] Measures);

    internal sealed record BreakRow(DateOnly Day, string Reason);

    internal sealed record MissingRow(
        string Period,
        Domain.Assessment.MissingReason Reason,
        DateOnly Recorded,
        DateOnly? Expected,
        string? Note
    );

    internal sealed record TargetRow(
        DateOnly? From,
        DateOnly? Due,
        double? AtLeast,
        double? AtMost,
        bool Improve,
        string? Since,
        double? PartlyAt,
        int? Basis,
        string? Decision,
        string? BasedOn
    );

    internal sealed record IndicatorRow(
        string Id,
        string Name,
        string? Definition,
        string? Unit,
        int Decimals,
        Domain.Assessment.Direction? Direction,
        Domain.Indicators.QualityKind Quality,
        double Cadence,
        double Lag,
        double? Carry,
        Domain.Indicators.SourceKind SourceKind,
        Domain.Indicators.IndicatorLevel Level,
        string Owner,
        string? Source,
        string? Substitute,
        string? Comparison,
        int? SmallestAnswers,
        int? Answers,
        int? Asked,
        BreakRow[]? Breaks,
        MissingRow[]? Missing,
        TargetRow[]? Targets,
        JsonElement[][]? Values,
        double[][]? Women,
        double[][]? Men
    );

    internal sealed record ActivityRow(
        string Id,
        string Name,
        Domain.Assessment.ActivityState State,
        DateOnly Due,
        DateOnly? Finished,
        string[] Units
    );

    internal sealed record ClarificationRow(string Goal, string[] Phrases);

    internal sealed record ExpectedRow(string Goal, string Term, int Year, string Text);

    internal sealed record YearRow(int Year, string Text);

    internal sealed record CommitteeGoalRow(
        string Number,
        string Unit,
        string Name,
        string Wording,
        string[] Contributes,
        Domain.Assessment.Status?[] Status,
        YearRow[]? Expected
    );

    internal sealed record InternalGoalRow(string Number, string Name, Domain.Goals.EconomyMark Mark, Domain.Assessment.Status?[] Status);

    internal sealed record EffectRow(string Group, Domain.FollowUps.GroupEffect Effect, string? Text);

    /// <summary>What a unit said with words of a goal in a follow-up.</summary>
    internal sealed record ReportRow(
        DateOnly FollowUp,
        string Goal,
        string Unit,
        string? Comment,
        string? Analysis,
        string? Measures,
        EffectRow[]? Effects
    );

    internal sealed record JudgementRow(
        DateOnly FollowUp,
        Domain.FollowUps.Axis Axis,
        Domain.FollowUps.Subject Subject,
        string Of,
        Domain.Assessment.Layer Layer,
        Domain.Assessment.Status Status,
        string Reason,
        string By,
        DateOnly On,
        string? Decision,
        bool IsReal
    );
}
