namespace Ledstjarna.Domain.Periods;

/// <summary>How a year is divided, the coarsest first.</summary>
public enum PeriodKind
{
    Year,
    HalfYear,
    Tertial,
    Quarter,
    Month,
}

public static class PeriodKinds
{
    public static int PartsPerYear(this PeriodKind kind) =>
        kind switch
        {
            PeriodKind.HalfYear => 2,
            PeriodKind.Tertial => 3,
            PeriodKind.Quarter => 4,
            PeriodKind.Month => 12,
            _ => 1,
        };
}
