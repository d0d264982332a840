using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Features.Missing;

/// <summary>The part of the register that is asked for: a unit's figures, a goal's, or both. What cannot be found is told and left out of the choice.</summary>
public sealed class RegisterChoice
{
    private const int LongestEcho = 40;

    private readonly Situation _situation;

    /// <param name="visit">Where and on which day.</param>
    /// <param name="unit">A unit's abbreviation. Empty: all.</param>
    /// <param name="goal">A goal's number. Empty: all.</param>
    public RegisterChoice(Visit visit, string? unit, string? goal)
    {
        _situation = visit.Situation;
        Register = MissingRegister.Of(_situation, Swedish.Order);
        var units = visit.Record.Units;
        var unknown = new List<string>();
        Unit = Found(
            unit,
            u => units.FirstOrDefault(x => string.Equals(x.Abbreviation, u, StringComparison.OrdinalIgnoreCase)),
            "ingen enhet",
            "enheter"
        );
        Goal = Found(goal, _situation.FindGoal, "inget mål", "mål");
        Unknown = unknown;
        var under = Goal is null ? null : Leaves(Goal).ToHashSet(StringComparer.Ordinal);
        Figures =
        [
            .. Register.Figures.Where(f =>
                (Unit is null || f.Indicator.OwnerId == Unit.Id) && under?.Contains(Subject.Indicator.IdOf(f.Indicator.Code)) != false
            ),
        ];
        Units = [.. units.Where(u => u.Id == Unit?.Id || visit.Record.Indicators.Any(i => i.OwnerId == u.Id && Counts(i.Code)))];
        Goals = [.. _situation.Goals.Where(g => g.Id == Goal?.Id || (g.ParentId is null && Leaves(g).Any()))];

        T? Found<T>(string? text, Func<string, T?> find, string none, string all)
            where T : class
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (find(text.Trim()) is { } found)
            {
                return found;
            }

            var echo = text.Length <= LongestEcho ? text : $"{text[..LongestEcho]} …";
            unknown.Add($"Här finns {none} ”{echo}”. Alla {all} visas.");
            return null;
        }
    }

    public MissingRegister Register { get; }

    public Unit? Unit { get; }

    public Goal? Goal { get; }

    /// <summary>A sentence for each part of the choice that could not be found.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>The chosen figures, worst first.</summary>
    public IReadOnlyList<MissingFigure> Figures { get; }

    /// <summary>The units to choose among: those that follow something up.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>The goals to choose among: those at the top with figures under them.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    public bool IsActive => Unit is not null || Goal is not null;

    private bool Counts(string code) => _situation.RatingOfIndicator(code) is not null;

    private IEnumerable<string> Leaves(Goal goal) => Sensitivity.Leaves(_situation.Leading, _situation.Rating(goal)).Select(l => l.Id);
}
