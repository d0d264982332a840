namespace Ledstjarna.Domain.Assessment;

/// <summary>How something stands. The first three are ordered: not achieved &lt; partly &lt; achieved.</summary>
public enum Status
{
    /// <summary>Ej uppfyllt, 0 points.</summary>
    NotAchieved = 0,

    /// <summary>Delvis uppfyllt, half a point.</summary>
    Partly = 1,

    /// <summary>Uppfyllt, 1 point.</summary>
    Achieved = 2,

    /// <summary>Kan inte bedömas: something is missing, or an expert must judge.</summary>
    CannotBeAssessed = 3,

    /// <summary>Inte aktuellt i perioden: takes no part in what lies above.</summary>
    NotDue = 4,
}

public static class Statuses
{
    /// <summary>Achieved, partly or not achieved: a status with a place in the order.</summary>
    public static bool IsRated(this Status status) => status <= Status.Achieved;

    /// <summary>0, 0.5 or 1. Only rated statuses have points.</summary>
    public static double Points(this Status status) =>
        status.IsRated()
            ? (int)status / 2.0
            : throw new ArgumentOutOfRangeException(nameof(status), status, "only a rated status has points");

    public static Status Lower(Status a, Status b) => a < b ? a : b;

    public static Status Higher(Status a, Status b) => a > b ? a : b;
}
