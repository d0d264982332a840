using Ledstjarna.App.Words;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>A trial's answers in sentences.</summary>
internal static class TryLevelWords
{
    /// <summary>"119 av 290 kommuner når nivån"</summary>
    public static string Heading(TryLevelView view) =>
        view.Reach is { } reach
            ? $"{Counted(reach.Country)} {(reach.Country.WithValue < reach.Country.Members ? "kommuner med en siffra" : "kommuner")} når nivån"
            : "Ingen annan kommuns siffra är inlagd";

    /// <summary>What is tried, in a sentence: "Nivån är högst 8 000 brott."</summary>
    public static string Tried(TryLevelView view)
    {
        var level = IndicatorWords.Target(view.Indicator, view.Form.Level);
        var partly = IndicatorWords.Partly(view.Indicator, view.Form.Level) is { } limit
            ? $", och delvis {PartlyWord(view.Form.Level)} {limit}"
            : "";
        return view.Form.IsTried ? $"Du prövar {level}{partly}." : $"Det här är nivån som gäller: {level}{partly}.";
    }

    public static string Counted(Reach reach) => $"{Swedish.Number(reach.Reaching)} av {Swedish.Number(reach.WithValue)}";

    /// <summary>"284 av 290 har en siffra", where not all have.</summary>
    public static string? Gap(Reach reach) =>
        reach.WithValue < reach.Members ? $"{Swedish.Number(reach.WithValue)} av {Swedish.Number(reach.Members)} har en siffra" : null;

    public static string Share(Reach reach) =>
        reach.WithValue == 0 ? "" : $"Det är {Swedish.Percent((double)reach.Reaching / reach.WithValue)}.";

    /// <summary>How the goal stands now, in a sentence.</summary>
    public static string Goal(TryLevelView view)
    {
        var now = view.Trial.Now;
        return !view.Form.IsTried ? $"Mål {view.Goal.Number} är {StatusWords.Colour(now.GoalTried)}."
            : now.ChangesGoal
                ? $"Mål {view.Goal.Number} går från {StatusWords.Colour(now.GoalInForce)} till {StatusWords.Colour(now.GoalTried)}."
            : $"Mål {view.Goal.Number} är fortfarande {StatusWords.Colour(now.GoalTried)}.";
    }

    /// <summary>How many years the goal had had another status, of those that can be assessed with either level.</summary>
    public static string Years(TryLevelView view)
    {
        var all = view.Trial.All.ToList();
        var assessed = all.Where(m => m.GoalInForce != Status.CannotBeAssessed || m.GoalTried != Status.CannotBeAssessed).ToList();
        var changed = assessed.Count(m => m.ChangesGoal);
        var goal = $"Mål {view.Goal.Number}";
        var that = assessed.Count < all.Count ? " som går att bedöma" : "";
        return assessed.Count == 0 ? $"{goal} går inte att bedöma något år"
            : !view.Form.IsTried ? $"Så hade {goal.ToLower(Swedish.Culture)} sett ut bakåt i tiden"
            : changed == 0 ? $"{goal} hade haft samma status alla år{that}"
            : $"{goal} hade fått en annan status {Swedish.Number(changed)} av {Swedish.Number(assessed.Count)} år{that}";
    }

    /// <summary>In the latest year: "I 41 av 290 kommuner hade mål 1 varit grönt 2022".</summary>
    public static string National(TryLevelView view, NationalTrial national)
    {
        var latest = national.Years[^1];
        return latest.GoalTried.Assessed == 0
            ? $"Mål {view.Goal.Number} i alla kommuner"
            : $"I {Counted(latest.GoalTried)} kommuner hade mål {view.Goal.Number} nåtts {latest.Year}{(national.Indicators.Count == view.Indicators.Count ? "" : $", räknat på {Swedish.CountCommon(national.Indicators.Count)} av {Swedish.CountCommon(view.Indicators.Count)} indikatorer")}";
    }

    public static string TakingPart(TryLevelView view, NationalTrial national) =>
        string.Join(
            " ",
            new[]
            {
                national.Indicators.Count == view.Indicators.Count
                    ? ""
                    : $"Bara {Swedish.CountCommon(national.Indicators.Count)} av målets {Swedish.CountCommon(view.Indicators.Count)} indikatorer räknas: de som har siffror för alla kommuner.",
                national.LeavesOutActivities ? "Aktiviteter räknas inte med." : "",
                national.Indicators.Any(i => i.Id == view.Indicator.Id)
                    ? ""
                    : "Indikatorn du prövar har det inte, så nivån ändrar inget här.",
            }.Where(t => t.Length > 0)
        );

    /// <summary>"119 av 290"; "–" where it can be said of none.</summary>
    public static string Counted(NationalCount count) =>
        count.Assessed == 0 ? "–" : $"{Swedish.Number(count.Reaching)} av {Swedish.Number(count.Assessed)}";

    public static string Principles(TryLevelView view)
    {
        var changed = view.Trial.Principles.Count(p => p.IsChanged);
        return !view.Form.IsTried ? "Principerna sida vid sida"
            : changed == 0 ? "Ingen princip ger en annan status"
            : $"{Swedish.Capital(Swedish.CountCommon(changed))} av {Swedish.CountCommon(view.Trial.Principles.Count)} principer ger en annan status";
    }

    /// <summary>What the goal would be: "målet blir gult".</summary>
    public static string Becomes(Status status) =>
        status switch
        {
            Status.CannotBeAssessed => "målet går inte att bedöma",
            Status.NotDue => "målet blir inte aktuellt i perioden",
            _ => $"målet blir {StatusWords.Colour(status)}",
        };

    /// <summary>The smallest change of a figure or an activity.</summary>
    public static string Change(Indicator? indicator, double? now, SingleChange change)
    {
        if (indicator is not null && change.Value is { } value && now is { } figure)
        {
            var limit = IndicatorWords.Limit(indicator, Rounded(value, indicator.Decimals, change.IsRise));
            return $"{Swedish.Capital(IndicatorWords.Reaches(change))} {limit} (nu {IndicatorWords.Value(indicator, figure)}): {Becomes(change.NodeTo)}";
        }

        return change.From == Status.CannotBeAssessed
            ? $"Visar sig vara {StatusWords.Lower(change.To)}: {Becomes(change.NodeTo)}"
            : $"Går från {StatusWords.Lower(change.From)} till {StatusWords.Lower(change.To)}: {Becomes(change.NodeTo)}";
    }

    /// <summary>The smallest change of a target.</summary>
    public static string Change(Indicator indicator, TargetChange change)
    {
        var moved = change.Limit;
        var side =
            indicator.Direction != Direction.Range ? ""
            : moved.IsLow ? "Nedre gränsen "
            : "Övre gränsen ";
        var verb = moved.IsRaised ? "höjs" : "sänks";
        var to = moved.IsBeyond ? (moved.IsRaised ? "till över" : "till under") : "till";
        var limit = IndicatorWords.Limit(indicator, Rounded(moved.To, indicator.Decimals, moved.IsRaised));
        return $"{Swedish.Capital($"{side}{verb}")} {to} {limit}: {Becomes(change.NodeTo)}";
    }

    /// <summary>How much of the goal is known, where it cannot be assessed.</summary>
    public static string? Unknown(AssessmentResult result)
    {
        if (result.Root.Effective != Status.CannotBeAssessed)
        {
            return null;
        }

        var (known, inPlay) = GoalWords.Coverage(result, result.Root);
        return $"{Swedish.Number(known)} av {Swedish.Number(inPlay)} siffror är kända";
    }

    /// <summary>"upp till" or "från".</summary>
    public static string PartlyWord(TargetLevel level) =>
        level.Kind switch
        {
            TargetKind.AtMost => "upp till",
            TargetKind.AtLeast => "från",
            _ => "inom",
        };

    /// <summary>To what is shown, onward: a limit that is rounded so is still enough.</summary>
    private static double Rounded(double value, int decimals, bool up)
    {
        var power = Math.Pow(10, decimals);
        return (up ? Math.Ceiling((value * power) - 1e-6) : Math.Floor((value * power) + 1e-6)) / power;
    }
}
