using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>An indicator as the engine sees it: its figures, what they are held against, and how long they keep.</summary>
public sealed class MeasuredIndicator
{
    private readonly DateOnly[] _breaks;
    private readonly TargetLevel[] _targets;
    private readonly IGroup? _group;

    /// <param name="id">Unique among nodes, indicators and activities.</param>
    /// <param name="direction">Which way is better; targets must agree with it.</param>
    /// <param name="cadence">Months between measurements, more than 0.</param>
    /// <param name="observations">All of them, revisions too.</param>
    /// <param name="targets">Decided packages, told apart by the day they are in force from.</param>
    /// <param name="breaks">Days from which values are not comparable with those of periods that end before.</param>
    /// <param name="group">The others it is compared with. Null: there are none.</param>
    public MeasuredIndicator(
        string id,
        Direction direction,
        double cadence,
        ObservationSeries observations,
        IReadOnlyList<TargetLevel>? targets = null,
        IReadOnlyList<DateOnly>? breaks = null,
        IGroup? group = null
    )
    {
        Id = id.Length > 0 ? id : throw new DomainRuleException(RuleCode.IdEmpty, "id");
        Direction = direction;
        Cadence = Require.Positive(cadence, "cadence");
        Observations = observations;
        _targets = [.. targets ?? []];
        _breaks = [.. breaks ?? []];
        _group = group;
        Array.Sort(_breaks);
        Check();
    }

    private MeasuredIndicator(MeasuredIndicator other, ObservationSeries observations, IGroup? group, TargetLevel[] targets)
    {
        (Id, Direction, Cadence, Observations) = (other.Id, other.Direction, other.Cadence, observations);
        (Lag, Carry, Substitute) = (other.Lag, other.Carry, other.Substitute);
        (_breaks, _group, _targets) = (other._breaks, group, targets);
        Check();
    }

    public string Id { get; }

    public Direction Direction { get; }

    /// <summary>Months between measurements.</summary>
    public double Cadence { get; }

    /// <summary>Months from a period's end until its figure is normally out.</summary>
    public double Lag
    {
        get;
        init => field = Require.NotNegative(value, "lag");
    }

    /// <summary>How many further cadences a figure may be used. Null: as the principle says.</summary>
    public double? Carry
    {
        get;
        init => field = Require.NotNegative(value, "carry");
    }

    /// <summary>The indicator that steps in when this one has no usable value.</summary>
    public string? Substitute { get; init; }

    public ObservationSeries Observations { get; }

    public IReadOnlyList<TargetLevel> Targets => _targets;

    /// <summary>The same held against other targets.</summary>
    public MeasuredIndicator WithTargets(IReadOnlyList<TargetLevel> targets) => new(this, Observations, _group, [.. targets]);

    /// <summary>The same with no one to step in for it.</summary>
    public MeasuredIndicator WithoutSubstitute() => new(this, Observations, _group, _targets) { Substitute = null };

    /// <summary>The same of someone else: other figures, compared with other others.</summary>
    public MeasuredIndicator With(ObservationSeries observations, IGroup? group) => new(this, observations, group, _targets);

    /// <summary>How a value may be used: as fresh or carried, or not at all, which is missing.</summary>
    /// <param name="age">Whole months from the end of its period to the cut-off.</param>
    /// <param name="principle">Says how long a value may be carried, where the indicator does not.</param>
    internal ValueSource SourceAt(int age, Principle principle)
    {
        var freshFor = Cadence + Lag;
        return age < freshFor ? ValueSource.Fresh
            : age < freshFor + ((Carry ?? principle.Carry) * Cadence) ? ValueSource.Carried
            : ValueSource.Missing;
    }

    /// <summary>The latest day, if any, up to <paramref name="end"/> from which values are comparable with one of a period ending then.</summary>
    internal DateOnly ComparableFrom(DateOnly end)
    {
        var from = DateOnly.MinValue;
        foreach (var b in _breaks)
        {
            from = b <= end ? b : from;
        }

        return from;
    }

    /// <summary>The others' values of a period; empty when there are none.</summary>
    internal Others Group(Period period) => _group is null ? default : _group.Of(period);

    private void Check()
    {
        var kind = Observations.Kind;
        if (_group?.First is { } others)
        {
            OneKind(others, $"group.{others}");
        }

        for (var i = 0; i < _targets.Length; i++)
        {
            if (!_targets[i].Suits(Direction))
            {
                throw new DomainRuleException(RuleCode.TargetAgainstDirection, $"targets[{i}].{_targets[i].KindField}");
            }

            if (_targets[i].Since is { } since)
            {
                OneKind(since, $"targets[{i}].since");
            }
        }

        void OneKind(Period period, string field)
        {
            kind ??= period.Kind;
            if (period.Kind != kind)
            {
                throw new DomainRuleException(RuleCode.PeriodKindsMixed, field, period.ToString());
            }
        }
    }
}
