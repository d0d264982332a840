using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Words;

/// <summary>Statuses, reasons and certainty in words.</summary>
public static class StatusWords
{
    /// <summary>Uppfyllt; in a forecast Bedöms uppfyllas.</summary>
    public static string Name(Status status, Axis axis = Axis.Outcome) =>
        (status, axis) switch
        {
            (Status.Achieved, Axis.Forecast) => "Bedöms uppfyllas",
            (Status.Partly, Axis.Forecast) => "Bedöms uppfyllas delvis",
            (Status.NotAchieved, Axis.Forecast) => "Bedöms inte uppfyllas",
            (Status.Achieved, _) => "Uppfyllt",
            (Status.Partly, _) => "Delvis uppfyllt",
            (Status.NotAchieved, _) => "Ej uppfyllt",
            (Status.CannotBeAssessed, _) => "Kan inte bedömas",
            _ => "Inte aktuellt i perioden",
        };

    /// <summary>The same within a sentence.</summary>
    public static string Lower(Status status, Axis axis = Axis.Outcome)
    {
        var name = Name(status, axis);
        return string.Concat(name[..1].ToLower(Swedish.Culture), name.AsSpan(1));
    }

    /// <summary>The colour, for a goal ("målet är gult").</summary>
    public static string Colour(Status status) =>
        status switch
        {
            Status.Achieved => "grönt",
            Status.Partly => "gult",
            Status.NotAchieved => "rött",
            _ => "grått",
        };

    /// <summary>The colour as the beginning of an explanation: "Gul: …".</summary>
    public static string ColourName(Status status) =>
        status switch
        {
            Status.Achieved => "Grön",
            Status.Partly => "Gul",
            Status.NotAchieved => "Röd",
            Status.CannotBeAssessed => "Grå",
            _ => "Tom",
        };

    /// <summary>The name of the symbol: status is told by form, word and colour together.</summary>
    public static string Symbol(Status status) =>
        status switch
        {
            Status.Achieved => "ok",
            Status.Partly => "part",
            Status.NotAchieved => "no",
            Status.CannotBeAssessed => "unk",
            _ => "due",
        };

    /// <summary>One word on how sure a status is. What a person judged stands whatever comes in.</summary>
    public static string Certainty(NodeRating rating) =>
        rating.Effective == Status.NotDue ? ""
        : rating.IsSettled ? "Säker"
        : "Kan ändras";

    /// <summary>Why there is no figure, as the end of a sentence.</summary>
    public static string Reason(MissingReason reason) =>
        reason switch
        {
            MissingReason.SurveyNotRun => "undersökningen genomfördes inte",
            MissingReason.QuestionReplaced => "frågan är utbytt",
            MissingReason.Delayed => "leveransen är försenad",
            MissingReason.Suppressed => "för få svar för att visas",
            MissingReason.Discontinued => "mäts inte längre",
            MissingReason.NotApplicable => "inte tillämpligt",
            MissingReason.Withdrawn => "uppgiften är återtagen",
            MissingReason.TooOld => "det senaste värdet är för gammalt",
            MissingReason.NoValue => "det finns inget värde",
            _ => "det finns inget att bedöma mot",
        };

    public static string Name(Lens lens) =>
        lens switch
        {
            Lens.Target => "Målvärde",
            Lens.Trend => "Trend",
            Lens.Comparison => "Jämförelse",
            _ => "Takt",
        };

    public static string Name(ActivityState state) =>
        state switch
        {
            ActivityState.NotStarted => "Ej påbörjad",
            ActivityState.Ongoing => "Pågår",
            ActivityState.Done => "Klar",
            _ => "Inställd",
        };

    public static string Name(FollowUpKind kind) =>
        kind switch
        {
            FollowUpKind.Tertial1 => "tertial 1",
            FollowUpKind.Tertial2 => "tertial 2",
            FollowUpKind.Annual => "helår",
            _ => "extra uppföljning",
        };
}
