using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Statistics;

/// <summary>A value on its way in.</summary>
/// <param name="KeyFigureId">The key figure's number in the database.</param>
/// <param name="AreaId">The area's.</param>
/// <param name="Year">What it is about.</param>
/// <param name="Gender">Whom it is about.</param>
/// <param name="Value">Null is missing, whatever the status; never zero.</param>
/// <param name="Status">What the source says of it, as written. Null: nothing.</param>
/// <param name="Count">How many members it is the mean of; 1 but for groups.</param>
/// <param name="IsPreliminary">As derived when it was fetched.</param>
/// <param name="IsDeleted">The source has taken it back.</param>
public readonly record struct NationalValue(
    int KeyFigureId,
    int AreaId,
    short Year,
    Breakdown Gender,
    double? Value,
    string? Status = null,
    short Count = 1,
    bool IsPreliminary = false,
    bool IsDeleted = false
);
