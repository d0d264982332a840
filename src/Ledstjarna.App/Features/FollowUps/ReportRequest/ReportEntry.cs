using System.Text.Json;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>What the log tells of a report: field by field, before and after.</summary>
internal static class ReportEntry
{
    public const string KindKey = "underlag";

    public static bool Same(Report a, Report b) => JsonSerializer.Serialize(a) == JsonSerializer.Serialize(b);

    public static string Name(SteeringRecord record, Request request)
    {
        var goal = record.Goals.FirstOrDefault(g => g.Id == request.GoalId);
        var unit = record.Units.FirstOrDefault(u => u.Id == request.UnitId);
        return $"{goal?.Number} {goal?.ShortName}, {unit?.Name}";
    }

    public static ChangeEntry Of(SteeringRecord record, Request before, Request after)
    {
        var fields = new List<FieldChange>();
        Add("comment", "Kommentar", before.Report.Comment, after.Report.Comment);
        Add("analysis", "Analys", before.Report.Analysis, after.Report.Analysis);
        Add("measures", "Åtgärder", before.Report.Measures, after.Report.Measures);
        Add("effects", "Effekt för målgrupper", Effects(before.Report), Effects(after.Report));
        Add("statuses", "Bedömningar", Statuses(before.Report), Statuses(after.Report));
        Add("nothingNew", "Inget nytt sedan sist", before.Report.NothingNew ? "ja" : null, after.Report.NothingNew ? "ja" : null);
        Add("reported", "Inlämnat", before.IsReported ? "ja" : null, after.IsReported ? "ja" : null);
        return new ChangeEntry(ChangeKind.Changed, KindKey, after.Id.Value.ToString(), Name(record, after), fields);

        void Add(string name, string label, string? was, string? now)
        {
            if (was != now)
            {
                fields.Add(new FieldChange(name, label, was, now));
            }
        }
    }

    private static string? Effects(Report report) =>
        report.Effects.Count == 0
            ? null
            : string.Join(
                '\n',
                report.Effects.Select(e => $"{e.Group}: {FollowUpWords.Name(e.Effect).ToLowerInvariant()}. {e.Text}".Trim())
            );

    private static string? Statuses(Report report) =>
        report.Statuses.Count == 0
            ? null
            : string.Join(
                '\n',
                report.Statuses.Select(s =>
                    $"{s.Of}, {FollowUpWords.Name(s.Axis)}: {(s.Status is { } status ? StatusWords.Lower(status, s.Axis) : "instämmer")}{(s.Reason is null ? "" : $". {s.Reason}")}"
                )
            );
}
