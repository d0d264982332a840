using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>What holds, or what is to be expected. Never mixed.</summary>
public enum Axis
{
    Outcome,

    /// <summary>For the year, or the day the follow-up names.</summary>
    Forecast,

    /// <summary>For the end of the goals' own period.</summary>
    TermForecast,
}

/// <summary>What can be judged.</summary>
public enum Subject
{
    Goal,
    Indicator,
    Activity,
}

public static class Subjects
{
    /// <summary>The id in an assessment, where goals, indicators and activities share one space: a goal may be called what an indicator is.</summary>
    public static string IdOf(this Subject subject, string name) =>
        subject switch
        {
            Subject.Goal => "goal:" + name,
            Subject.Indicator => "indicator:" + name,
            _ => "activity:" + name,
        };

    /// <summary>The name behind such an id.</summary>
    public static string NameOf(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

/// <summary>A judgement made in a follow-up, of one goal, indicator or activity (bedömning).</summary>
public sealed class RecordedJudgement
{
    public required OrganisationId OrganisationId { get; init; }

    public required JudgementId Id { get; init; }

    public required FollowUpId FollowUpId { get; init; }

    public required Axis Axis { get; init; }

    public required Layer Layer { get; init; }

    /// <summary>What kind of thing is judged.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The goal's number, or the indicator's or activity's code, in the follow-up's structure.</summary>
    public required string Of
    {
        get;
        init => field = Require.Text(value, "of", 40);
    }

    public required Status Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>The role that judged; never a person's name in the demo.</summary>
    public required string By
    {
        get;
        init => field = Require.Text(value, "by", 200);
    }

    public required DateOnly On { get; init; }

    /// <summary>The decision, in the decided layer.</summary>
    public DecisionId? DecisionId { get; init; }

    public bool IsExample { get; init; }

    public Judgement Measured() => new(Subject.IdOf(Of), Layer, Status, Reason);
}
