using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>How something turned out for a group.</summary>
public enum GroupEffect
{
    Better,
    Same,
    Worse,
}

/// <summary>What one choice in a report says.</summary>
/// <param name="Subject">What kind of thing.</param>
/// <param name="Of">The goal's number, or the indicator's or activity's code.</param>
/// <param name="Axis">Outcome, or the forecast.</param>
/// <param name="Status">Null: the computed status is agreed with.</param>
/// <param name="Reason">Needed where the status is another than the computed.</param>
public sealed record ReportedStatus(Subject Subject, string Of, Axis Axis, Status? Status, string? Reason);

/// <summary>The effect on one target group (målgrupp).</summary>
public sealed record ReportedEffect(string Group, GroupEffect Effect, string? Text);

/// <summary>What a unit says in a follow-up, besides its figures. All texts are Markdown.</summary>
public sealed record Report
{
    public const int LongestText = 8000;
    public const int MostEffects = 12;

    public static readonly Report Empty = new();

    public IReadOnlyList<ReportedStatus> Statuses { get; init; } = [];

    /// <summary>What has happened, and what it means for those who live here.</summary>
    public string? Comment { get; init; }

    /// <summary>Why it is so.</summary>
    public string? Analysis { get; init; }

    /// <summary>What is proposed to be done.</summary>
    public string? Measures { get; init; }

    public IReadOnlyList<ReportedEffect> Effects { get; init; } = [];

    /// <summary>Nothing is new since last time: what was said then stands.</summary>
    public bool NothingNew { get; init; }

    /// <summary>Whether someone has written anything.</summary>
    public bool IsEmpty => !NothingNew && Statuses.Count == 0 && Effects.Count == 0 && (Comment ?? Analysis ?? Measures) is null;

    /// <exception cref="DomainRuleException">A text is too long.</exception>
    public void Check()
    {
        foreach (var (text, field) in new[] { (Comment, "comment"), (Analysis, "analysis"), (Measures, "measures") })
        {
            if (text?.Length > LongestText)
            {
                throw new DomainRuleException(RuleCode.TooLong, field);
            }
        }

        if (Effects.Count > MostEffects)
        {
            throw new DomainRuleException(RuleCode.TooLong, "effects");
        }
    }
}
