using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Words;

/// <summary>Follow-ups and what is said in them, in plain words.</summary>
public static class FollowUpWords
{
    public static string Name(FollowUpState state) =>
        state switch
        {
            FollowUpState.Planned => "Planerad",
            FollowUpState.Open => "Öppen för underlag",
            FollowUpState.Preparing => "Bereds",
            FollowUpState.Decided => "Beslutad",
            _ => "Publicerad",
        };

    /// <summary>What is done to come to it.</summary>
    public static string Step(FollowUpState to) =>
        to switch
        {
            FollowUpState.Open => "Öppna och begär underlag",
            FollowUpState.Preparing => "Stäng för underlag och bered",
            FollowUpState.Published => "Publicera för invånarna",
            _ => Name(to),
        };

    public static string Name(Axis axis) =>
        axis switch
        {
            Axis.Outcome => "utfall",
            Axis.Forecast => "prognos för året",
            _ => "prognos för perioden",
        };

    public static string Name(GroupEffect effect) =>
        effect switch
        {
            GroupEffect.Better => "Bättre",
            GroupEffect.Same => "Oförändrat",
            _ => "Sämre",
        };

    /// <summary>"Steg från 62 till 65, över målvärdet." Only what the figures say. Null: there is no value to speak of.</summary>
    public static string? Fact(Situation situation, Indicator indicator)
    {
        if (situation.RatingOfIndicator(indicator.Code, Axis.Outcome) is not { Value: { } value, Period: { } period } rating)
        {
            return null;
        }

        var before = situation
            .Known(indicator.Id)
            .Where(o => o is { Breakdown: Breakdown.Total, Value: not null } && o.Period < period)
            .OrderBy(o => o.Period)
            .ThenBy(o => o.Sequence)
            .LastOrDefault();
        var now = IndicatorWords.Value(indicator, value);
        var move =
            before?.Value is not { } then ? $"{now} ({period})"
            : Math.Abs(value - then) < 1e-9 ? $"oförändrat {now} ({before.Period} till {period})"
            : $"{(value > then ? "steg" : "sjönk")} från {IndicatorWords.Value(indicator, then)} ({before.Period}) till {now} ({period})";
        var target = rating.Evidence?.Target?.Status switch
        {
            Status.Achieved => ", når målvärdet",
            Status.Partly => ", når målvärdet delvis",
            Status.NotAchieved => ", når inte målvärdet",
            _ => "",
        };
        return $"{indicator.Name}: {move}{target}.";
    }
}
