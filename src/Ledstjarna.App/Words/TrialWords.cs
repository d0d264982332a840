using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Words;

/// <summary>Why a goal would get another status under a tried principle: one sentence.</summary>
public static class TrialWords
{
    private const int Named = 2;

    /// <summary>The nearest cause: figures that change, else goals under it that do, else the rule that weighs them together.</summary>
    public static string Why(PrincipleTrial trial, TriedGoal goal)
    {
        var under = Sensitivity
            .Leaves(trial.Now.Leading, goal.Now)
            .Select(l => l.Id)
            .Distinct(StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var figures = trial.Figures.Where(under.Contains).ToList();
        if (figures.Count > 0)
        {
            var named = figures.Take(Named).Select(id => Figure(trial, id)).ToList();
            var more = figures.Count - named.Count;
            return $"{Figures(figures.Count)} under målet får annan status: {string.Join("; ", named)}{(more > 0 ? $"; och {Swedish.CountCommon(more)} till" : "")}.";
        }

        var below = trial.Goals.Where(g => g.IsChanged && goal.Now.Children.Any(c => c.Child.Id == g.Now.Node.Id)).ToList();
        if (below.Count > 0)
        {
            var names = below
                .Take(Named)
                .Select(g => $"{g.Goal.Number} blir {StatusWords.Lower(g.Tried.Layers.Computed, trial.Now.LeadingAxis)}")
                .ToList();
            return $"Siffrorna är desamma, men vägs samman på ett annat sätt: {Swedish.And(names)}{(below.Count > Named ? " med flera" : "")}.";
        }

        return Rule(goal.Now, goal.Tried);
    }

    /// <summary>Its number of changed goals, for a heading: "Tre av 17 mål får annan status".</summary>
    public static string Count(int changed, int all) =>
        changed == 0
            ? "Inget mål får annan status"
            : $"{Swedish.Capital(Swedish.Count(changed))} av {Swedish.Number(all)} mål får annan status";

    private static string Figures(int count) =>
        count == 1 ? "En siffra eller aktivitet" : $"{Swedish.Capital(Swedish.CountCommon(count))} siffror och aktiviteter";

    private static string Figure(PrincipleTrial trial, string id)
    {
        var name = Subjects.NameOf(id);
        var record = trial.Now.Record;
        var title =
            record.Indicators.FirstOrDefault(i => Subject.Indicator.IdOf(i.Code) == id)?.Name
            ?? record.Activities.FirstOrDefault(a => a.Code == name)?.Name
            ?? name;
        var axis = trial.Now.LeadingAxis;
        return $"{title} från {StatusWords.Lower(PrincipleTrial.StatusOf(trial.Now, id), axis)} till {StatusWords.Lower(PrincipleTrial.StatusOf(trial.Tried, id), axis)}";
    }

    private static string Rule(NodeRating now, NodeRating tried)
    {
        var (was, rule) = (now.Rule, tried.Rule);
        if (was.Method != rule.Method)
        {
            return $"Delarna är desamma, men vägs samman med {Method(rule.Method)} i stället för {Method(was.Method)}.";
        }

        if (now.Layers.Computed == Status.CannotBeAssessed || tried.Layers.Computed == Status.CannotBeAssessed)
        {
            return $"{Swedish.Percent(tried.Coverage)} är känt, och {Swedish.Percent(rule.MinCoverage)} krävs i stället för {Swedish.Percent(was.MinCoverage)}.";
        }

        if (was.Cap != rule.Cap)
        {
            return rule.Cap
                ? "En nyckeldel som inte är uppfylld håller målet på högst gult."
                : "En nyckeldel som inte är uppfylld håller inte längre målet nere.";
        }

        var limits =
            $"grönt börjar vid {Swedish.Score(rule.GreenAt)} i stället för {Swedish.Score(was.GreenAt)}, gult vid {Swedish.Score(rule.YellowAt)} i stället för {Swedish.Score(was.YellowAt)}";
        return tried.Score is { } score && rule.Method == RollUpMethod.Mean
            ? $"Delarna är desamma och ger {Swedish.Score(score)} av 1, men {limits}."
            : $"Delarna är desamma, men {limits}.";
    }

    private static string Method(RollUpMethod method) =>
        method switch
        {
            RollUpMethod.Mean => "vägt medelvärde",
            RollUpMethod.Share => "andelen som är uppfylld",
            _ => "svagaste länken",
        };
}
