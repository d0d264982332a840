using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Ambition;

/// <summary>How many municipalities reach something.</summary>
/// <param name="Reaching">Those that do.</param>
/// <param name="Assessed">Those it can be said of. The others neither reach it nor miss it.</param>
public readonly record struct NationalCount(int Reaching, int Assessed);

/// <summary>
/// What the levels in force and those tried would have made of all municipalities, year by year, had they all had the goal. Of the goal's
/// indicators those take part that there are figures of all municipalities for.
/// </summary>
/// <param name="Indicators">Those that take part, in tree order.</param>
/// <param name="LeavesOutActivities">The goal has activities, which are one municipality's own.</param>
/// <param name="Municipalities">How many there are.</param>
/// <param name="Years">Those that anyone can be assessed in, the oldest first.</param>
public sealed record NationalTrial(
    IReadOnlyList<Indicator> Indicators,
    bool LeavesOutActivities,
    int Municipalities,
    IReadOnlyList<NationalYear> Years
);

/// <summary>All municipalities at a year's end.</summary>
/// <param name="Year">The year.</param>
/// <param name="GoalInForce">How many reach the goal with the levels in force.</param>
/// <param name="GoalTried">With those tried.</param>
/// <param name="InForce">Per indicator that takes part: how many reach the level in force.</param>
/// <param name="Tried">The level tried, for the one that is.</param>
public sealed record NationalYear(
    int Year,
    NationalCount GoalInForce,
    NationalCount GoalTried,
    IReadOnlyList<NationalCount> InForce,
    IReadOnlyList<NationalCount> Tried
);
