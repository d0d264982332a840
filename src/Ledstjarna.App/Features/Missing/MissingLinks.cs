using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Missing;

/// <summary>Addresses of the missing-data register, for other features.</summary>
public static class MissingLinks
{
    /// <param name="visit">Where and on which day.</param>
    /// <param name="unit">The abbreviation of the unit that follows the figures up; null for all.</param>
    /// <param name="goal">The number of the goal they count in; null for all.</param>
    public static string Register(Visit visit, string? unit = null, string? goal = null) => visit.Url("bortfall", Query(unit, goal));

    public static string Csv(Visit visit, string? unit = null, string? goal = null) => visit.Url("bortfall.csv", Query(unit, goal));

    private static string Query(string? unit, string? goal) =>
        string.Join(
            '&',
            new[]
            {
                unit is null ? "" : $"enhet={Uri.EscapeDataString(unit)}",
                goal is null ? "" : $"mal={Uri.EscapeDataString(goal)}",
            }.Where(q => q.Length > 0)
        );
}
