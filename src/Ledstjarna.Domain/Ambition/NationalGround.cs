using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Assessment.National;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Ambition;

/// <summary>All about one goal's trial on all municipalities that does not depend on the tried levels: its case, and how it stands with those in force.</summary>
internal sealed class NationalGround
{
    /// <summary>As far back as anyone asks.</summary>
    private const int MostYears = 30;

    private readonly LevelTrial _trial;
    private readonly IReadOnlyList<Indicator> _indicators;
    private readonly bool _hasActivities;
    private readonly NationalResult _inForce;

    private NationalGround(LevelTrial trial, IReadOnlyList<Indicator> indicators, bool hasActivities, NationalCase @case)
    {
        (_trial, _indicators, _hasActivities) = (trial, indicators, hasActivities);
        _inForce = NationalAssessor.Assess(@case);
    }

    /// <summary>Null: there are figures of all municipalities for none of the goal's indicators.</summary>
    public static NationalGround? Of(LevelTrial trial, TreeNode tree, IReadOnlyList<Indicator> indicators)
    {
        var record = trial.Situation.Record;
        var taking = trial
            .WithSubstitutes(indicators)
            .Select(id => (Indicator: record.Indicators.First(i => i.Id == id), Rules: trial.Measured(id, LevelTrial.Nothing)))
            .Where(i => record.NationalOf(i.Indicator) is { Years: > 0 })
            .ToList();
        var ids = taking.Select(t => t.Rules.Id).ToHashSet(StringComparer.Ordinal);
        if (Pruned(tree, ids) is not { } pruned)
        {
            return null;
        }

        var last = trial.Situation.CutOff.Year;
        List<NationalIndicator> national =
        [
            .. taking.Select(t => new NationalIndicator(Rules(t.Rules, ids, last), record.NationalOf(t.Indicator)!)),
        ];
        var first = Math.Clamp(national.Min(n => n.Figures.FirstYear), last - MostYears, last);
        return new NationalGround(
            trial,
            [.. indicators.Where(i => ids.Contains(Subject.Indicator.IdOf(i.Code)))],
            HasActivity(tree),
            new NationalCase(first, last - first + 1, trial.Situation.Principle.Rule, pruned, national)
        );
    }

    public NationalTrial Try(IReadOnlyDictionary<IndicatorId, TargetLevel> tried)
    {
        var result = _inForce;
        foreach (var indicator in tried.Keys.Where(t => _indicators.Any(i => i.Id == t)))
        {
            var measured = _trial.Measured(indicator, tried);
            result = NationalAssessor.Change(result, measured.Id, Levels(measured, _trial.Situation.CutOff.Year));
        }

        var years = Enumerable
            .Range(0, _inForce.Case.Years)
            .Select(year => new NationalYear(
                _inForce.Case.FirstYear + year,
                Goal(_inForce, year),
                Goal(result, year),
                [.. _indicators.Select(i => Target(_inForce, i, year))],
                [.. _indicators.Select(i => Target(result, i, year))]
            ))
            .Where(y => y.GoalInForce.Assessed > 0 || y.GoalTried.Assessed > 0 || y.Tried.Any(t => t.Assessed > 0));
        return new NationalTrial(_indicators, _hasActivities, _inForce.Case.Columns.Count, [.. years]);
    }

    private static NationalCount Goal(NationalResult result, int year)
    {
        var (reaching, assessed) = (0, 0);
        foreach (ref readonly var node in result.Node(result.Case.Tree.Id, year))
        {
            assessed += node.Computed.IsRated() ? 1 : 0;
            reaching += node.Computed == Status.Achieved ? 1 : 0;
        }

        return new NationalCount(reaching, assessed);
    }

    private static NationalCount Target(NationalResult result, Indicator indicator, int year)
    {
        var (reaching, assessed) = (0, 0);
        foreach (ref readonly var rating in result.Indicator(Subject.Indicator.IdOf(indicator.Code), year))
        {
            var says = rating.Evidence(Lens.Target);
            assessed += says is null ? 0 : 1;
            reaching += says == Status.Achieved ? 1 : 0;
        }

        return new NationalCount(reaching, assessed);
    }

    /// <summary>Of all municipalities alike.</summary>
    private static MeasuredIndicator Rules(MeasuredIndicator measured, HashSet<string> ids, int last)
    {
        var rules = measured.With(ObservationSeries.Empty, null).WithTargets(Levels(measured, last));
        return rules.Substitute is { } substitute && !ids.Contains(substitute) ? rules.WithoutSubstitute() : rules;
    }

    /// <summary>Every year is held against the level of the day, also the end of the day's own year: what is to be reached by then is not that level.</summary>
    private static List<TargetLevel> Levels(MeasuredIndicator measured, int last) =>
        [.. measured.Targets.Where(t => t.Due is not { } due || due.Year > last)];

    private static bool HasActivity(TreePart part) => part is TreeActivity || (part is TreeNode node && node.Children.Any(HasActivity));

    /// <summary>Without activities and indicators that do not take part, and what would be empty then.</summary>
    private static TreeNode? Pruned(TreeNode node, HashSet<string> ids)
    {
        List<TreePart> children =
        [
            .. node
                .Children.Select(c =>
                    c switch
                    {
                        TreeNode under => (TreePart?)Pruned(under, ids),
                        TreeIndicator leaf when ids.Contains(leaf.Id) => leaf,
                        _ => null,
                    }
                )
                .OfType<TreePart>(),
        ];
        return children.Count == 0
            ? null
            : new TreeNode(node.Id, children)
            {
                Level = node.Level,
                Name = node.Name,
                Weight = node.Weight,
                IsKey = node.IsKey,
            };
    }
}
