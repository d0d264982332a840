using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Principles;

/// <summary>A principle's rule ↔ its form.</summary>
internal static class PrincipleForm
{
    public static FormValues Read(Principle rule) =>
        FormValues.Of([
            .. PrincipleFields.Lenses.Select((name, i) => (name, i < rule.Lenses.Count ? rule.Lenses[i].ToString() : null)),
            ("combine", rule.Combine.ToString()),
            ("combineGreenAt", Canonical.Text(rule.CombineGreenAt)),
            ("combineYellowAt", Canonical.Text(rule.CombineYellowAt)),
            ("tolerance", Percent(rule.Tolerance)),
            ("carry", Canonical.Text(rule.Carry)),
            ("activityGrace", Canonical.Text(rule.ActivityGrace)),
            ("against", rule.Trend.Against.ToString()),
            ("k", Canonical.Text(rule.Trend.K)),
            ("relative", Percent(rule.Trend.Relative)),
            ("absolute", Canonical.Text(rule.Trend.Absolute)),
            ("useMargin", Canonical.Text(rule.Trend.UseMargin)),
            ("best", Percent(rule.Comparison.Best)),
            ("worst", Percent(rule.Comparison.Worst)),
            ("minGroup", Canonical.Text(rule.Comparison.MinGroup)),
            ("on", Percent(rule.Pace.On)),
            ("slow", Percent(rule.Pace.Slow)),
            ("from", rule.Pace.From?.ToString()),
            .. Read(rule.RollUp, name => name),
            .. rule.Levels.SelectMany(l => Read(l.Value, name => PrincipleFields.OfLevel(l.Key, name))),
        ]);

    /// <exception cref="DomainRuleException">Something is not as the engine can take it, with the form's field.</exception>
    public static Principle Make(IReadOnlyList<string> levels, FormValues values) =>
        new(LensesOf(values))
        {
            Name = values["name"],
            Combine = values.Enum<Combine>("combine"),
            CombineGreenAt = Number(values, "combineGreenAt"),
            CombineYellowAt = Number(values, "combineYellowAt"),
            Tolerance = values.Has("tolerance") ? PartOf(values, "tolerance") : null,
            Carry = Number(values, "carry"),
            ActivityGrace = Whole(values, "activityGrace"),
            Trend = new TrendRule
            {
                Against = values.Enum<TrendReference>("against"),
                K = Whole(values, "k"),
                Relative = Number(values, "relative") / 100,
                Absolute = Number(values, "absolute"),
                UseMargin = values.Yes("useMargin"),
            },
            Comparison = new ComparisonRule
            {
                Best = PartOf(values, "best"),
                Worst = PartOf(values, "worst"),
                MinGroup = Whole(values, "minGroup"),
            },
            Pace = new PaceRule
            {
                On = Number(values, "on") / 100,
                Slow = Number(values, "slow") / 100,
                From = values.Has("from") ? Period.Parse(values["from"], "from") : null,
            },
            RollUp = RuleOf(values, name => name),
            Levels = levels
                .Where(l => IsGiven(values, l))
                .ToDictionary(l => l, l => RuleOf(values, name => PrincipleFields.OfLevel(l, name)), StringComparer.Ordinal),
        };

    private static List<Lens> LensesOf(FormValues values)
    {
        var lenses = new List<Lens>();
        var empty = "";
        foreach (var name in PrincipleFields.Lenses)
        {
            if (!values.Has(name))
            {
                empty = empty.Length > 0 ? empty : name;
                continue;
            }

            if (empty.Length > 0)
            {
                throw new DomainRuleException(RuleCode.Required, empty);
            }

            var lens = values.Enum<Lens>(name);
            lenses.Add(lenses.Contains(lens) ? throw new DomainRuleException(RuleCode.LensRepeated, name) : lens);
        }

        return lenses;
    }

    /// <summary>Whether a level has a rule of its own. Limits without a method would be lost, so they are refused.</summary>
    private static bool IsGiven(FormValues values, string level)
    {
        string[] limits = ["greenAt", "yellowAt", "minCoverage", "near", "cap"];
        return values.Has(PrincipleFields.OfLevel(level, "method"))
            || (
                limits.Any(f => values.Has(PrincipleFields.OfLevel(level, f)))
                    ? throw new DomainRuleException(RuleCode.Required, PrincipleFields.OfLevel(level, "method"))
                    : false
            );
    }

    private static (string, string?)[] Read(RollUpRule rule, Func<string, string> name) =>
        [
            (name("method"), rule.Method.ToString()),
            (name("greenAt"), Canonical.Text(rule.GreenAt)),
            (name("yellowAt"), Canonical.Text(rule.YellowAt)),
            (name("minCoverage"), Percent(rule.MinCoverage)),
            (name("cap"), Canonical.Text(rule.Cap)),
            (name("near"), Canonical.Text(rule.Near)),
        ];

    private static RollUpRule RuleOf(FormValues values, Func<string, string> name)
    {
        try
        {
            return new RollUpRule(
                values.Enum<RollUpMethod>(name("method")),
                Number(values, name("greenAt")),
                Number(values, name("yellowAt"))
            )
            {
                MinCoverage = PartOf(values, name("minCoverage")),
                Cap = values.Yes(name("cap")),
                Near = Number(values, name("near")),
            };
        }
        catch (DomainRuleException e) when (e.Field is "greenAt" or "yellowAt" or "near")
        {
            throw new DomainRuleException(e.Code, name(e.Field), e.Value);
        }
    }

    private static double Number(FormValues values, string field) =>
        values.Number(field) ?? throw new DomainRuleException(RuleCode.Required, field);

    private static int Whole(FormValues values, string field) =>
        values.Whole(field) ?? throw new DomainRuleException(RuleCode.Required, field);

    /// <summary>Per cent of a whole → a share.</summary>
    private static double PartOf(FormValues values, string field) =>
        Number(values, field) is var percent and >= 0 and <= 100
            ? percent / 100
            : throw new DomainRuleException(RuleCode.NotAPercentage, field);

    /// <summary>0.07 is 7, not 7.000000000000001.</summary>
    private static string Percent(double? share) => Canonical.Text(share is { } s ? Math.Round(s * 100, 10) : null);
}
