using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Assessment;

internal static partial class CaseReader
{
    private static Lens ReadLens(ref CaseJson json) => json.Word(CaseWords.Lenses);

    /// <summary>Each value is let in, or refused, as soon as it is read: then the path names the field.</summary>
    private static Principle ReadPrinciple(ref CaseJson json)
    {
        json.BeginObject();
        var hasLenses = false;
        var rest = new Principle(Lens.Target);
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            rest = field switch
            {
                "name" => rest with { Name = json.Text() },
                "lenses" => rest with { Lenses = ReadList(ref json, ReadLens) },
                "combine" => rest with { Combine = json.Word(CaseWords.Combines) },
                "combineGreenAt" => rest with { CombineGreenAt = json.Number() },
                "combineYellowAt" => rest with { CombineYellowAt = json.Number() },
                "tolerance" => rest with { Tolerance = json.Number() },
                "carry" => rest with { Carry = json.Number() },
                "activityGrace" => rest with { ActivityGrace = json.Whole() },
                "trend" => rest with { Trend = ReadTrend(ref json) },
                "comparison" => rest with { Comparison = ReadComparison(ref json) },
                "pace" => rest with { Pace = ReadPace(ref json) },
                "rollUp" => rest with { RollUp = ReadRule(ref json) },
                "levels" => rest with { Levels = ReadLevels(ref json) },
                _ => throw json.Misplaced(),
            };
            hasLenses |= field == "lenses";
        }

        return hasLenses ? rest : throw Needed("lenses");
    }

    private static TrendRule ReadTrend(ref CaseJson json)
    {
        json.BeginObject();
        var rule = new TrendRule();
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            rule = field switch
            {
                "against" => rule with { Against = json.Word(CaseWords.References) },
                "k" => rule with { K = json.Whole() },
                "absolute" => rule with { Absolute = json.Number() },
                "relative" => rule with { Relative = json.Number() },
                "useMargin" => rule with { UseMargin = json.Flag() },
                _ => throw json.Misplaced(),
            };
        }

        return rule;
    }

    private static ComparisonRule ReadComparison(ref CaseJson json)
    {
        json.BeginObject();
        var rule = new ComparisonRule();
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            rule = field switch
            {
                "best" => rule with { Best = json.Number() },
                "worst" => rule with { Worst = json.Number() },
                "minGroup" => rule with { MinGroup = json.Whole() },
                _ => throw json.Misplaced(),
            };
        }

        return rule;
    }

    private static PaceRule ReadPace(ref CaseJson json)
    {
        json.BeginObject();
        var rule = new PaceRule();
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            rule = field switch
            {
                "on" => rule with { On = json.Number() },
                "slow" => rule with { Slow = json.Number() },
                "from" => rule with { From = json.Period() },
                _ => throw json.Misplaced(),
            };
        }

        return rule;
    }

    private static RollUpRule ReadRule(ref CaseJson json)
    {
        json.BeginObject();
        var method = RollUpMethod.Mean;
        var (greenAt, yellowAt) = (0.75, 0.4);
        var rest = new RollUpRule();
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "method":
                    method = json.Word(CaseWords.Methods);
                    break;
                case "greenAt":
                    greenAt = json.Number();
                    break;
                case "yellowAt":
                    yellowAt = json.Number();
                    break;
                case "minCoverage":
                    rest = rest with { MinCoverage = json.Number() };
                    break;
                case "cap":
                    rest = rest with { Cap = json.Flag() };
                    break;
                case "near":
                    rest = rest with { Near = json.Number() };
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        return new RollUpRule(method, greenAt, yellowAt)
        {
            MinCoverage = rest.MinCoverage,
            Cap = rest.Cap,
            Near = rest.Near,
        };
    }

    private static Dictionary<string, RollUpRule> ReadLevels(ref CaseJson json)
    {
        json.BeginObject();
        var levels = new Dictionary<string, RollUpRule>(StringComparer.Ordinal);
        for (var seen = new HashSet<string>(StringComparer.Ordinal); json.Key(seen, out var level); json.Leave())
        {
            levels.Add(level, ReadRule(ref json));
        }

        return levels;
    }
}
