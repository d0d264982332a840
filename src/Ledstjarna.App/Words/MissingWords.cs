using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Words;

/// <summary>The missing-data register in words.</summary>
public static class MissingWords
{
    /// <summary>Why it is not there, as the end of a sentence. What nobody has given a reason for is not entered.</summary>
    public static string Reason(MissingFigure figure) => figure.Reason is { } reason ? StatusWords.Reason(reason) : "inte inlagd";

    /// <summary>"2023-01-31", or that it will not come.</summary>
    public static string Expected(MissingFigure figure) =>
        figure is { MayCome: true, Expected: { } day } ? Swedish.Date(day) : "Kommer inte";

    /// <summary>"31 dagar sen", "Skulle ha kommit 2020-12-31"; empty when it is not late.</summary>
    public static string Late(MissingFigure figure) =>
        figure switch
        {
            { Expected: null } => "",
            { MayCome: false, Expected: { } day } => $"Skulle ha kommit {Swedish.Date(day)}",
            { DaysLate: 0 } => "",
            { DaysLate: 1 } => "En dag sen",
            { DaysLate: var days } => $"{Swedish.Number(days)} dagar sen",
        };

    /// <summary>", väntas juni 2024" or ", skulle ha kommit mars 2023", for the end of a sentence; empty when no figure is to come.</summary>
    public static string When(MissingFigure? figure, DateOnly cutOff) =>
        figure is not { MayCome: true, Expected: { } day } ? ""
        : day < cutOff ? $", skulle ha kommit {Swedish.Month(day)}"
        : $", väntas {Swedish.Month(day)}";

    /// <summary>What the indicator is judged by while the figure is not there.</summary>
    public static string Instead(Situation situation, MissingFigure figure)
    {
        var rating = figure.Rating;
        var measured = situation.MeasuredBy(figure.Indicator, rating);
        var value = rating.Value is { } v ? $"{IndicatorWords.Value(measured, v)} ({rating.Period})" : "";
        return rating switch
        {
            { Source: ValueSource.Substitute } => $"Ersättaren {measured.Name} används: {value}",
            { Source: ValueSource.Carried } => $"Ett äldre värde används: {value}",
            { Source: ValueSource.Fresh } => $"Det senaste värdet gäller: {value}",
            { Effective: Status.NotDue } => "Inget behövs: siffran prövas inte i perioden",
            { Effective: not Status.CannotBeAssessed } =>
                $"Bedömd av sakkunnig: {StatusWords.Lower(rating.Effective, situation.LeadingAxis)}",
            _ => figure.Substitute is { } substitute ? $"Inget. Ersättaren {substitute.Name} saknar också värde" : "Inget",
        };
    }

    /// <summary>What the figure alone can do to a goal.</summary>
    public static string Effect(GoalEffect effect) =>
        effect.CanTurn ? $"kan bli {Swedish.Or([.. effect.Turns.Select(StatusWords.Colour)])}" : "ändras inte av den ensam";

    /// <summary>How much is missing, how much of it is late, and which goals it makes unsure.</summary>
    public static string Summary(IReadOnlyList<MissingFigure> figures)
    {
        var indicators = figures.Select(f => f.Indicator.Id).Distinct().Count();
        var late = figures.Count(f => f is { MayCome: true, DaysLate: > 0 });
        var goals = figures
            .SelectMany(f => f.Goals)
            .Select(g => g.Goal)
            .DistinctBy(g => g.Id)
            .OrderBy(g => g.Kind)
            .ThenBy(g => g.Order)
            .ToList();
        var among = indicators == figures.Count ? "" : $", för {UnitWords.Indicators(indicators)}";
        return string.Join(
            ' ',
            $"{Swedish.Capital(Figures(figures.Count))} saknas{among}.",
            late == 0 ? "Ingen av dem är sen." : $"{Swedish.Capital(Swedish.CountCommon(late))} skulle redan ha kommit.",
            goals.Count switch
            {
                0 => "Inget mål blir osäkert.",
                1 => $"Mål {goals[0].Number} blir osäkert.",
                _ => $"Mål {Swedish.And([.. goals.Select(g => g.Number)])} blir osäkra.",
            }
        );
    }

    /// <summary>"en siffra", "tolv siffror"</summary>
    public static string Figures(int count) => $"{Swedish.CountCommon(count)} {(count == 1 ? "siffra" : "siffror")}";
}
