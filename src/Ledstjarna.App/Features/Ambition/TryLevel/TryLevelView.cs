using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>All that the page shows: what is tried, and what it would make of the goal.</summary>
public sealed class TryLevelView
{
    private readonly TryLevelQuery _query;
    private readonly List<RecordedObservation> _observations = [];

    private TryLevelView(Visit visit, TryLevelQuery query, LevelTrial trial, IReadOnlyList<Goal> goals, Goal goal, Indicator indicator)
    {
        (Visit, _query, Goals, Goal, Indicator) = (visit, query, goals, goal, indicator);
        Indicators = trial.Indicators(goal);
        InForce = trial.InForce(indicator.Id);
        var record = visit.Record;
        DraftLevel = record.AmbitionLevels.FirstOrDefault(l =>
            Guid.TryParse(Draft, out var id) && l.Id.Value == id && AmbitionWeb.MayRead(visit, l)
        );
        _observations.AddRange(
            record.Observations.Where(o =>
                o.Breakdown == Breakdown.Total && (o.IndicatorId == indicator.Id || o.IndicatorId == indicator.SubstituteId)
            )
        );
        var others =
            record.NationalOf(indicator) is { } national && national.LatestYear(visit.Situation.CutOff.Year) is { } year
                ? national.Ascending(year).ToArray()
                : null;
        var own = _observations.Where(o => o.IndicatorId == indicator.Id && !o.IsTooThin(indicator.SmallestAnswers)).Select(o => o.Value);
        List<double> values = [.. own.OfType<double>(), .. others ?? []];
        var limits = visit
            .Situation.TargetsInForce(indicator)
            .Select(t => t.Level())
            .Concat(InDraft(indicator).Select(t => t.Level()))
            .SelectMany(Limits);
        Scale = LevelScale.Of([.. values, .. limits], indicator.Decimals, others is null ? 0.6 : 0.05, indicator.Unit == "%");
        Form = new LevelForm(query, indicator, InForce, DraftTarget?.Level(), Start(trial, values), Scale);
        var tried = new Dictionary<Domain.IndicatorId, TargetLevel> { [indicator.Id] = Form.Level };
        foreach (var other in Indicators.Where(i => i.Id != indicator.Id))
        {
            if (InDraft(other).FirstOrDefault(t => t.Due is null) is { } target)
            {
                tried[other.Id] = target.Level();
            }
        }

        WithDraft = tried.Count > 1;
        Trial = trial.Of(goal, tried);
        National = trial.National(goal, tried);
        Reach = LevelReach.Of(record, indicator, Form.Level, visit.Situation.CutOff.Year);
    }

    public Visit Visit { get; }

    /// <summary>Those to choose among: the top goals that anything is measured under, and the one that is tried.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    public Goal Goal { get; }

    /// <summary>Those under the goal.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    public Indicator Indicator { get; }

    /// <summary>The indicator that was asked for does not count in the goal; another is shown.</summary>
    public Indicator? Elsewhere { get; private init; }

    /// <summary>The level that counts on the day. Null: none does.</summary>
    public TargetLevel? InForce { get; }

    public LevelScale Scale { get; }

    public LevelForm Form { get; }

    public GoalTrial Trial { get; }

    /// <summary>All municipalities, year by year. Null: for none of the goal's indicators are their figures known.</summary>
    public NationalTrial? National { get; }

    /// <summary>Null: no other municipality's value is known.</summary>
    public LevelReach? Reach { get; }

    /// <summary>The draft that is worked on, as the address says it.</summary>
    /// <summary>The draft, for those who may read it. Null: none, or not for them.</summary>
    public Ledstjarna.Domain.Ambition.AmbitionLevel? DraftLevel { get; }

    /// <summary>Whether other political targets of the draft are tried too.</summary>
    public bool WithDraft { get; }

    /// <summary>The day the draft's target is to be reached. Null: it is to be held at all times.</summary>
    public DateOnly? Due => DateText.TryParse(_query.Nast ?? "", out var day) ? day : null;

    /// <summary>The target in the draft that is tried another level for. Null: the draft has none.</summary>
    public AmbitionTarget? DraftTarget => InDraft(Indicator).FirstOrDefault(t => t.Due == Due);

    /// <summary>The tried level as it would stand in the draft.</summary>
    public TargetLevel Wanted => Form.Level with { Due = Due };

    private IEnumerable<AmbitionTarget> InDraft(Indicator indicator) =>
        DraftLevel is null ? [] : Visit.Record.AmbitionTargets.Where(t => t.LevelId == DraftLevel.Id && t.IndicatorId == indicator.Id);

    public string? Draft => string.IsNullOrWhiteSpace(_query.Utkast) ? null : _query.Utkast.Trim();

    /// <summary>This trial's address, with the level said once. A limit for "delvis" that moves along is left out.</summary>
    public string Address =>
        TryLevelLinks.Page(
            Visit,
            [
                ("mal", Goal.Number),
                ("indikator", Indicator.Code),
                ("niva", TryLevelLinks.Number(Form.IsRange ? Form.Level.Low : Form.Level.Value)),
                ("till", Form.IsRange ? TryLevelLinks.Number(Form.Level.High) : null),
                ("delvis", _query.Delvis?.Trim()),
                ("delvistill", _query.Delvistill?.Trim()),
                ("nast", TryLevelLinks.Day(Due)),
                ("utkast", Draft),
            ]
        );

    /// <summary>Where the answer alone is asked for.</summary>
    public string AnswerAddress => $"/{Visit.Organisation.Slug}/{TryLevelLinks.AnswerPath}";

    /// <summary>Another of the goal's indicators.</summary>
    public string AddressOf(Indicator indicator) => TryLevelLinks.Try(Visit, Goal.Number, indicator.Code, draft: Draft);

    /// <summary>The targets that are recorded for the day, with who decided them.</summary>
    public IReadOnlyList<Target> Targets => [.. Visit.Situation.TargetsInForce(Indicator)];

    /// <summary>The indicator whose value a rating rests on.</summary>
    public Indicator MeasuredBy(IndicatorRating rating) => Visit.Situation.MeasuredBy(Indicator, rating);

    /// <summary>Whether the value that a rating rests on is invented.</summary>
    public bool IsExample(IndicatorRating rating)
    {
        var measured = MeasuredBy(rating).Id;
        return _observations.Any(o => o.IndicatorId == measured && o.Period == rating.Period && o.Value == rating.Value && o.IsExample);
    }

    /// <exception cref="PageFaultException">There is no such goal, indicator or draft, or nothing is measured.</exception>
    internal static TryLevelView Of(Visit visit, TryLevelQuery query, KeptTrials trials)
    {
        var trial = trials.Of(visit.Situation);
        RequireDraft(visit, query.Utkast);
        List<Goal> tops =
        [
            .. visit
                .Situation.Goals.Where(g => g.ParentId is null && trial.Indicators(g).Count > 0)
                .OrderBy(g => g.Kind)
                .ThenBy(g => g.Order),
        ];
        var asked = AskedIndicator(visit, query.Indikator);
        var goal = AskedGoal(visit, query.Mal) ?? (asked is null ? tops.FirstOrDefault() : tops.FirstOrDefault(g => Has(g, asked)));
        if (goal is null || trial.Indicators(goal).Count == 0)
        {
            throw Empty(visit, goal, asked, tops);
        }

        List<Goal> goals = tops.Contains(goal) ? tops : [.. tops, goal];
        var found = asked is not null && Has(goal, asked);
        return new TryLevelView(visit, query, trial, goals, goal, found ? asked! : First(trial, goal)) { Elsewhere = found ? null : asked };

        bool Has(Goal g, Indicator i) => trial.Indicators(g).Any(other => other.Id == i.Id);
    }

    /// <summary>One with a level in force and others to compare with, where there is one.</summary>
    private static Indicator First(LevelTrial trial, Goal goal) =>
        trial
            .Indicators(goal)
            .OrderByDescending(i => trial.InForce(i.Id) is { Kind: not TargetKind.Improve })
            .ThenByDescending(i => i.ComparedWith is not null)
            .First();

    private static Goal? AskedGoal(Visit visit, string? number) =>
        string.IsNullOrWhiteSpace(number)
            ? null
            : visit.Situation.FindGoal(number.Trim())
                ?? throw PageFaultException.NotFound("Målet finns inte här", "Välj ett mål i listan på sidan.", TryLevelLinks.Try(visit));

    private static Indicator? AskedIndicator(Visit visit, string? code) =>
        string.IsNullOrWhiteSpace(code)
            ? null
            : visit.Record.Indicators.FirstOrDefault(i => string.Equals(i.Code, code.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw PageFaultException.NotFound(
                    "Indikatorn finns inte här",
                    "Välj en siffra i listan på sidan.",
                    TryLevelLinks.Try(visit)
                );

    private static void RequireDraft(Visit visit, string? draft)
    {
        if (!string.IsNullOrWhiteSpace(draft) && !Guid.TryParse(draft, out _))
        {
            throw PageFaultException.NotFound(
                "Utkastet finns inte",
                "Pröva utan utkast, eller öppna utkastet på nytt.",
                TryLevelLinks.Try(visit)
            );
        }
    }

    private static PageFaultException Empty(Visit visit, Goal? goal, Indicator? asked, List<Goal> tops) =>
        goal is not null
            ? PageFaultException.NotFound(
                $"Inget mäts under mål {goal.Number}",
                "Pröva ett annat mål.",
                tops.Count > 0 ? TryLevelLinks.Try(visit) : visit.Url("")
            )
        : asked is not null
            ? PageFaultException.NotFound(
                "Indikatorn räknas inte i något mål",
                "Välj en dag då den gjorde det, eller pröva en annan siffra.",
                tops.Count > 0 ? TryLevelLinks.Try(visit) : visit.Url("")
            )
        : PageFaultException.NotFound("Det finns inget att pröva ännu", "Lägg in mål och indikatorer först.", visit.Url(""));

    private static IEnumerable<double> Limits(TargetLevel level) => new[] { level.Low, level.High }.Where(double.IsFinite);

    /// <summary>Where no level counts, one begins at the own figure; without one in the middle of what others have.</summary>
    private (double Low, double High) Start(LevelTrial trial, List<double> values)
    {
        var rating = trial.Of(Goal, new Dictionary<Domain.IndicatorId, TargetLevel>()).Now.IndicatorInForce(Indicator);
        var middle = values.Count > 0 ? values.Order().ElementAt(values.Count / 2) : (Scale.Min + Scale.Max) / 2;
        var own = Math.Round(rating is { Value: { } v, Source: not ValueSource.Substitute } ? v : middle, Indicator.Decimals);
        var room = Indicator.Direction == Direction.Range ? Scale.Snap((Scale.Max - Scale.Min) / 10 + Scale.Min) - Scale.Min : 0;
        return (own - room, own + room);
    }
}
