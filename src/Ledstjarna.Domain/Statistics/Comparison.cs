using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Statistics;

/// <summary>One of Sweden's municipalities. Shared by all organisations.</summary>
public sealed class Municipality
{
    public required MunicipalityCode Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Two digits.</summary>
    public required string CountyCode { get; init; }

    public required string CountyName { get; init; }
}

/// <summary>A figure that exists for all municipalities at once.</summary>
public sealed class ComparisonFigure
{
    /// <summary>Short and stable; part of addresses.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    public required Direction Direction { get; init; }

    public required string Source { get; init; }

    public required int Order { get; init; }

    /// <summary>The year it is taken to be of, where the source states none.</summary>
    public required int Year { get; init; }
}

/// <summary>A municipality's value. No row: the source has none.</summary>
public sealed class ComparisonValue
{
    public required string FigureCode { get; init; }

    public required MunicipalityCode MunicipalityCode { get; init; }

    public required double Value { get; init; }
}
