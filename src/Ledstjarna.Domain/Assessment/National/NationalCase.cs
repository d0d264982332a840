using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.Assessment.National;

/// <summary>An indicator that all municipalities have.</summary>
/// <param name="Rules">What every municipality is held against alike: direction, targets, breaks, how long a value keeps. Its own figures are let be.</param>
/// <param name="Figures">All municipalities' values.</param>
public sealed record NationalIndicator(MeasuredIndicator Rules, NationalFigures Figures)
{
    public string Id => Rules.Id;

    /// <summary>As the indicator of one municipality: its values from the figures, and all others the group.</summary>
    public MeasuredIndicator Of(int column)
    {
        var values = new List<Observation>(Figures.Years);
        for (var year = Figures.FirstYear; year <= Figures.LastYear; year++)
        {
            if (Figures.Row(year)[column] is var value && !double.IsNaN(value))
            {
                values.Add(Observation.OfValue(Period.Of(PeriodKind.Year, year), value));
            }
        }

        return Rules.With(new ObservationSeries(values), new NationalGroup(Figures, Figures.Columns.Codes[column]));
    }
}

/// <summary>What is assessed for all municipalities and a run of years at once: the outcome at each year's end, computed, and no one's judgement.</summary>
public sealed class NationalCase
{
    private readonly Dictionary<string, int> _places;

    /// <param name="firstYear">Its last day is the first cut-off.</param>
    /// <param name="years">How many years, at least 1.</param>
    /// <param name="principle">The common rule.</param>
    /// <param name="tree">Of nodes and indicators alone; an activity is one municipality's own.</param>
    /// <param name="indicators">Those of the tree and their substitutes, at least one, all over the same municipalities.</param>
    /// <exception cref="DomainRuleException">The tree names what is not there, or names the same twice.</exception>
    public NationalCase(int firstYear, int years, Principle principle, TreeNode tree, IReadOnlyList<NationalIndicator> indicators)
    {
        (FirstYear, Years, Principle, Tree, Indicators) = (firstYear, Require.AtLeast(years, 1, "years"), principle, tree, indicators);
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        // The tree, the ids and the substitutes are checked as for one municipality.
        _ = new AssessmentCase(CutOff(0), principle, tree, [.. indicators.Select(i => i.Rules)]);
        for (var i = 0; i < indicators.Count; i++)
        {
            _places.Add(indicators[i].Id, i);
        }

        if (indicators.Any(i => !ReferenceEquals(i.Figures.Columns, Columns)))
        {
            throw new ArgumentException("all figures must be of the same municipalities", nameof(indicators));
        }
    }

    private NationalCase(NationalCase other, IReadOnlyList<NationalIndicator> indicators)
    {
        (FirstYear, Years, Principle, Tree, Indicators) = (other.FirstYear, other.Years, other.Principle, other.Tree, indicators);
        _places = other._places;
    }

    public int FirstYear { get; }

    public int Years { get; }

    public Principle Principle { get; }

    public TreeNode Tree { get; }

    public IReadOnlyList<NationalIndicator> Indicators { get; }

    public MunicipalityColumns Columns => Indicators[0].Figures.Columns;

    /// <summary>The last day of a year.</summary>
    /// <param name="year">Its place among the case's, from 0.</param>
    public DateOnly CutOff(int year) => new(FirstYear + year, 12, 31);

    /// <summary>The same with one indicator held against other targets.</summary>
    internal NationalCase With(string id, IReadOnlyList<TargetLevel> targets)
    {
        NationalIndicator[] indicators = [.. Indicators];
        ref var changed = ref indicators[PlaceOf(id)];
        changed = changed with { Rules = changed.Rules.WithTargets(targets) };
        return new NationalCase(this, indicators);
    }

    /// <summary>An indicator's place in <see cref="Indicators"/>.</summary>
    public int PlaceOf(string id) => _places[id];

    /// <summary>The case of one municipality and year, as every other assessment is made.</summary>
    public AssessmentCase Of(int column, int year) => new(CutOff(year), Principle, Tree, [.. Indicators.Select(i => i.Of(column))]);
}
