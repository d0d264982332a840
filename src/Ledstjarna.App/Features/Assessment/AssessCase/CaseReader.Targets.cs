using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Assessment;

internal static partial class CaseReader
{
    private static TargetLevel ReadTarget(ref CaseJson json)
    {
        json.BeginObject();
        var read = new TargetFields();
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "from":
                    read.From = json.Date();
                    break;
                case "due":
                    read.Due = json.Date();
                    break;
                case "atLeast":
                    read.AtLeast = json.Number();
                    break;
                case "atMost":
                    read.AtMost = json.Number();
                    break;
                case "low":
                    read.Low = json.Number();
                    break;
                case "high":
                    read.High = json.Number();
                    break;
                case "improve":
                    read.Improve = json.Flag();
                    break;
                case "since":
                    read.Since = json.Period();
                    break;
                case "partlyAt":
                    read.PartlyAt = json.Number();
                    break;
                case "partlyLow":
                    read.PartlyLow = json.Number();
                    break;
                case "partlyHigh":
                    read.PartlyHigh = json.Number();
                    break;
                case "basis":
                    read.IsMean = json.Word(CaseWords.Bases);
                    break;
                case "k":
                    read.K = json.Whole() is >= 1 and var k ? k : throw new DomainRuleException(RuleCode.NotPositive);
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        return read.Target();
    }

    /// <summary>The fields of a target as written, before they are known to make one.</summary>
    private struct TargetFields
    {
        public DateOnly? From;
        public DateOnly? Due;
        public double? AtLeast;
        public double? AtMost;
        public double? Low;
        public double? High;
        public double? PartlyAt;
        public double? PartlyLow;
        public double? PartlyHigh;
        public bool Improve;
        public bool IsMean;
        public Period? Since;
        public int? K;

        public readonly TargetLevel Target()
        {
            var isRange = Low is not null || High is not null;
            var kinds = (AtLeast is null ? 0 : 1) + (AtMost is null ? 0 : 1) + (isRange ? 1 : 0) + (Improve ? 1 : 0);
            if (kinds != 1)
            {
                throw new DomainRuleException(kinds == 0 ? RuleCode.TargetKindMissing : RuleCode.TargetKindRepeated);
            }

            RefuseIf(PartlyAt is not null && AtLeast is null && AtMost is null, "partlyAt");
            RefuseIf(PartlyLow is not null && !isRange, "partlyLow");
            RefuseIf(PartlyHigh is not null && !isRange, "partlyHigh");
            RefuseIf(Since is not null && !Improve, "since");
            if (IsMean && K is null)
            {
                throw new DomainRuleException(RuleCode.TargetMeanNeedsK, "k");
            }

            var level =
                AtLeast is { } least ? TargetLevel.AtLeast(least, PartlyAt)
                : AtMost is { } most ? TargetLevel.AtMost(most, PartlyAt)
                : Improve ? TargetLevel.Improve(Since)
                : TargetLevel.Between(Low ?? throw Needed("low"), High ?? throw Needed("high"), PartlyLow, PartlyHigh);
            return level with { From = From, Due = Due, MeanOf = IsMean ? K : null };
        }

        private static void RefuseIf(bool wrong, string field)
        {
            if (wrong)
            {
                throw new DomainRuleException(RuleCode.TargetLimitOfAnotherKind, field);
            }
        }
    }
}
