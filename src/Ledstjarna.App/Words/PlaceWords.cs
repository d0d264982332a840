using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Words;

/// <summary>Decisions and follow-ups as people point to them.</summary>
public static class PlaceWords
{
    /// <summary>"KS 2022-03-09 § 70"</summary>
    public static string Reference(SteeringRecord record, Decision decision)
    {
        var body = record.Units.Single(u => u.Id == decision.BodyId).Abbreviation;
        return new DecisionReference(body, decision.MeetingDate, decision.DayIsKnown, decision.Paragraph)
            .ToString()
            .Replace("§ ", $"§{Swedish.NoBreak}", StringComparison.Ordinal);
    }

    /// <summary>"§ 173" where there is one, else the day: how people ask what became of a decision.</summary>
    public static string Brief(Decision decision) =>
        decision.Paragraph is { } p ? $"§{Swedish.NoBreak}{p}" : Swedish.Date(decision.MeetingDate);

    /// <summary>"Helår 2022", "Tertial 2 2022"</summary>
    public static string Name(FollowUp followUp) => $"{Swedish.Capital(StatusWords.Name(followUp.Kind))} {followUp.CutOff.Year}";
}
