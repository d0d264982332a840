using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Years;

namespace Ledstjarna.App.Words;

/// <summary>The years in words: what stood behind each, and what would be said now.</summary>
public static class YearWords
{
    /// <summary>"Beräknat" where no one followed the year up; then how sure it is.</summary>
    public static string Note(GoalYear year)
    {
        var certainty = StatusWords.Certainty(year.Rating);
        return year.Year.FollowUp is not null ? certainty
            : certainty.Length == 0 ? "Beräknat"
            : $"Beräknat. {certainty}";
    }

    /// <summary>"I dag hade det blivit delvis uppfyllt." Null: it would be the same, or cannot be computed.</summary>
    public static string? Now(GoalYear year) =>
        year.DiffersNow
            ? year.Now switch
            {
                Status.CannotBeAssessed => "I dag hade det inte gått att bedöma.",
                Status.NotDue => "I dag hade det inte varit aktuellt.",
                var now => $"I dag hade det blivit {StatusWords.Lower(now!.Value)}.",
            }
            : null;

    /// <summary>Who says how it stood, besides the computing. Null: no one has departed from it.</summary>
    public static string? Judged(NodeRating rating) =>
        rating.Layers switch
        {
            { IsJudged: false } => null,
            var l when l.Effective == l.Computed => null,
            { Decided: not null } => "Bedömt av det beslutande organet",
            _ => "Bedömt av sakkunniga",
        };

    /// <summary>How a year came about, as the beginning of a line: "Helår 2021".</summary>
    public static string Basis(PictureYear year) =>
        year.FollowUp switch
        {
            null => "Beräknat i efterhand, ingen uppföljning",
            { DecisionId: null } followUp => $"{PlaceWords.Name(followUp)}, inte beslutad",
            var followUp => $"{PlaceWords.Name(followUp)}, beslutad",
        };

    /// <summary>"2019–2022", "från 2023"</summary>
    public static string Span(Domain.Validity validity) =>
        (validity.From, validity.To) switch
        {
            ({ } from, { } to) => $"{Swedish.LongDate(from)} till {Swedish.LongDate(to)}",
            ({ } from, null) => $"från {Swedish.LongDate(from)}",
            (null, { } to) => $"till {Swedish.LongDate(to)}",
            _ => "tills vidare",
        };

    /// <summary>"Med Gemensam princip ändrades färgen 3 gånger av 24, varav 1 berodde på sena siffror."</summary>
    public static string Headline(PrincipleStability stability)
    {
        var (compared, changes, _, late) = stability.Total;
        var times = $"{Swedish.Number(changes)}{Swedish.NoBreak}{(changes == 1 ? "gång" : "gånger")}";
        var why =
            changes == 0 ? ""
            : late == 0 ? ", ingen av dem på grund av sena siffror"
            : $", varav {Swedish.Number(late)} berodde på sena siffror";
        return $"Med {stability.Principle.Name} ändrades färgen {times} av{Swedish.NoBreak}{Swedish.Number(compared)}{why}.";
    }

    /// <summary>"1 tillbaka, 1 sena siffror". Empty: neither.</summary>
    public static string Details(StabilityCounts counts) =>
        string.Join(
            ", ",
            new[]
            {
                counts.Returns == 0 ? "" : $"{Swedish.Number(counts.Returns)} tillbaka",
                counts.Late == 0 ? "" : $"{Swedish.Number(counts.Late)} av sena siffror",
            }.Where(t => t.Length > 0)
        );
}
