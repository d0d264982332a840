using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>What a body judged otherwise, as the form sends it.</summary>
internal static class DecideForm
{
    public static string StatusName(string goal, Axis axis) => $"s.{axis}.{goal}";

    public static string ReasonName(string goal, Axis axis) => $"w.{axis}.{goal}";

    public static IEnumerable<ReportedStatus> Statuses(IFormCollection form)
    {
        foreach (var axis in Enum.GetValues<Axis>())
        {
            var prefix = $"s.{axis}.";
            foreach (var name in form.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var goal = name[prefix.Length..];
                if (Enum.TryParse<Status>(form[name], out var status) && Enum.IsDefined(status))
                {
                    var reason = form[ReasonName(goal, axis)].ToString().Replace("\0", "", StringComparison.Ordinal).Trim();
                    yield return new ReportedStatus(
                        Subject.Goal,
                        goal,
                        axis,
                        status,
                        reason.Length == 0 ? null : reason[..Math.Min(reason.Length, 1000)]
                    );
                }
            }
        }
    }
}
