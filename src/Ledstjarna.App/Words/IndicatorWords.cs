using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Words;

/// <summary>Why an indicator has its status, in sentences made of the engine's reasons.</summary>
public static class IndicatorWords
{
    private const int MostDecimals = 6;

    /// <summary>What was judged and against what; how old the value is; what the margin leaves open.</summary>
    /// <param name="measured">The indicator whose value was used: the rated one, or its substitute.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="principle">The rule it was made by.</param>
    public static IReadOnlyList<string> Why(Indicator measured, IndicatorRating rating, Principle principle) =>
        [
            .. new[]
            {
                Age(measured, rating),
                YearsDiffer(rating),
                Judged(measured, rating),
                Margin(measured, rating),
                NoTrend(rating, principle),
            }.OfType<string>(),
        ];

    /// <summary>"Mätår 2021 prövas mot målvärde för 2022." Null: they are the same, or the target has no year.</summary>
    public static string? YearsDiffer(IndicatorRating rating) =>
        rating is { Period: { } period, Evidence.Target: { ByPace: false, Target.Due: { } due } } && period.Year != due.Year
            ? $"Mätår {period.Year} prövas mot målvärde för {due.Year}."
            : null;

    public static string Value(Indicator indicator, double value) => Swedish.Figure(value, indicator.Decimals, indicator.Unit);

    /// <summary>How a value gets to a limit: "blir", or past it: "sjunker under", "stiger över".</summary>
    public static string Reaches(SingleChange change) =>
        !change.IsBeyond ? "blir"
        : change.IsRise ? "stiger över"
        : "sjunker under";

    /// <summary>A limit as it was set: with the decimals it has, and no more.</summary>
    public static string Limit(Indicator indicator, double value)
    {
        var decimals = Enumerable.Range(0, MostDecimals + 1).First(d => d == MostDecimals || Math.Abs(Math.Round(value, d) - value) < 1e-9);
        return Swedish.Figure(value, decimals, indicator.Unit);
    }

    /// <summary>"minst 70 %", "högst 8 000", "mellan 3 och 5", "ska öka"</summary>
    public static string Target(Indicator indicator, TargetLevel target) =>
        target.Kind switch
        {
            TargetKind.AtLeast => $"minst {Limit(indicator, target.Low)}",
            TargetKind.AtMost => $"högst {Limit(indicator, target.High)}",
            TargetKind.Between => $"mellan {Swedish.Number(target.Low, indicator.Decimals)} och {Limit(indicator, target.High)}",
            _ => indicator.Direction == Direction.Lower ? "ska minska" : "ska öka",
        } + (target.MeanOf is { } k ? $", medel av {k} värden" : "");

    /// <summary>The limit for "delvis" of its own, where there is one.</summary>
    public static string? Partly(Indicator indicator, TargetLevel target) =>
        target.Kind switch
        {
            TargetKind.AtLeast or TargetKind.AtMost when target.PartlyValue is { } value => Limit(indicator, value),
            TargetKind.Between when target.PartlyLow != target.Low || target.PartlyHigh != target.High =>
                $"{Swedish.Number(target.PartlyLow!.Value, indicator.Decimals)}–{Value(indicator, target.PartlyHigh!.Value)}",
            _ => null,
        };

    /// <summary>What one lens says, in a sentence.</summary>
    public static string Says(Indicator indicator, Evidence evidence, Lens lens, IndicatorRating rating) =>
        lens switch
        {
            Lens.Target => evidence.Target is { } t ? AgainstTarget(indicator, t, rating) : "Inget målvärde att pröva mot i dag.",
            Lens.Trend => evidence.Trend is { } c ? Changed(indicator, c) : "Inget tidigare värde att jämföra med.",
            Lens.Comparison => evidence.Comparison is { } g ? Compared(g) : "Inga andra kommuners värden för perioden.",
            _ => evidence.Pace is { } p
                ? Paced(indicator, p)
                : "Ingen takt att räkna: det finns inget målvärde längre fram, eller för få värden.",
        };

    private static string Judged(Indicator indicator, IndicatorRating rating) =>
        rating switch
        {
            { Value: null, Layers.Computed: Status.NotDue } => "Inte aktuell i perioden.",
            { Value: null, Missing: { } reason } => $"Siffran saknas: {StatusWords.Reason(reason)}.",
            { Missing: MissingReason.NoBasis } =>
                "Det finns inget att räkna mot. En sakkunnig bedömer, med trend, jämförelse och takt som underlag.",
            { Layers.Computed: Status.NotDue } => "Målvärdet ska vara nått senare. Siffran prövas då.",
            { Lens: Lens.Target or Lens.Pace, Evidence.Target: { } t } => AgainstTarget(indicator, t, rating),
            { Lens: { } lens, Evidence: { } e } => Says(indicator, e, lens, rating),
            _ => "Flera sätt att bedöma är sammanvägda.",
        };

    private static string AgainstTarget(Indicator indicator, TargetFinding finding, IndicatorRating rating)
    {
        if (finding.Change is { } change)
        {
            return Changed(indicator, change);
        }

        var figure = $"{Value(indicator, finding.Figure)}{(finding.Target.MeanOf is null ? "" : " i medel")}";
        var target = $"målvärdet {Target(indicator, finding.Target)}";
        if (finding.ByPace)
        {
            return $"{figure} mot {target}: takten avgör. {(rating.Evidence?.Pace is { } p ? Paced(indicator, p) : "")}".Trim();
        }

        return finding.Status switch
        {
            Status.Achieved => $"{figure} når {target}.",
            Status.Partly => Partly(indicator, finding.Target) is { } limit
                ? $"{figure} når inte {target}, men gränsen för delvis, {limit}."
                : $"{figure} når inte {target}, men minst så stor del av det som krävs för delvis.",
            _ => Partly(indicator, finding.Target) is { } limit
                ? $"{figure} når varken {target} eller gränsen för delvis, {limit}."
                : $"{figure} når inte {target}.",
        };
    }

    private static string Changed(Indicator indicator, ChangeFinding finding)
    {
        var from = finding.ReferencePeriod is { } p
            ? $"{Value(indicator, finding.Reference)} ({p})"
            : $"medelvärdet {Value(indicator, finding.Reference)}";
        var size = Swedish.Number(Math.Abs(finding.Change), Math.Max(indicator.Decimals, finding.Change % 1 == 0 ? 0 : 1));
        return finding.Status switch
        {
            Status.Achieved => $"Bättre än {from}: förändringen är {size}.",
            Status.NotAchieved => $"Sämre än {from}: förändringen är {size}.",
            _ => $"Ingen säker förändring från {from}.",
        };
    }

    private static string Compared(ComparisonFinding finding)
    {
        var place = finding.Better + 1;
        return $"Plats {Swedish.Number(place)} av {Swedish.Number(finding.Others + 1)}: "
            + finding.Status switch
            {
                Status.Achieved => "bland de bästa.",
                Status.NotAchieved => "bland de sämsta.",
                _ => "i mitten.",
            };
    }

    private static string Paced(Indicator indicator, PaceFinding finding) =>
        finding switch
        {
            { BasePeriod: null } => "Målvärdet längre fram är redan nått.",
            { Observed: null } => $"Målvärdet nåddes {finding.BasePeriod} men inte nu.",
            _ =>
                $"Sedan {finding.BasePeriod} är förändringen {Rate(finding.Observed!.Value)} om året. För {Target(indicator, finding.Target)} {Swedish.Date(finding.Target.Due!.Value)} krävs {Rate(finding.Required!.Value)}.",
        };

    private static string Rate(double share) => $"{(share < 0 ? "−" : "+")}{Swedish.Number(Math.Abs(share) * 100, 1)}{Swedish.NoBreak}%";

    private static string? Age(Indicator measured, IndicatorRating rating) =>
        rating.Source switch
        {
            ValueSource.Carried => $"Värdet är från {rating.Period}, {rating.Age} månader före mätdagen. Det används i väntan på ett nytt.",
            ValueSource.Substitute =>
                $"Siffran saknar eget värde. I stället används ersättaren {measured.Name}, med värde från {rating.Period}.",
            _ => null,
        };

    private static string? Margin(Indicator indicator, IndicatorRating rating)
    {
        if (rating.Margin <= 0 || rating.Evidence?.Target is not { Target.Kind: TargetKind.AtLeast or TargetKind.AtMost } finding)
        {
            return null;
        }

        var touches = Math.Abs(finding.Figure - finding.Target.Value) <= rating.Margin;
        var margin = $"Felmarginalen är ± {Value(indicator, rating.Margin)}.";
        return touches ? $"{margin} Det verkliga värdet kan ligga på andra sidan målvärdet." : margin;
    }

    private static string? NoTrend(IndicatorRating rating, Principle principle) =>
        rating.Evidence is { Trend: null } && principle.Uses(Lens.Trend)
            ? "Trenden räknas inte: det finns inget tidigare värde att jämföra med."
            : null;
}
