using Ledstjarna.App.Doors.Web;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Features.Search;

/// <summary>How near what was found is to what was asked for.</summary>
public enum Nearness
{
    /// <summary>It is what was asked for, as far as there is anything.</summary>
    AsAsked,

    /// <summary>All the words, where they were corrected or were not together as asked.</summary>
    AllWords,

    /// <summary>Some of the words.</summary>
    SomeWords,
}

/// <summary>What a search found, best first.</summary>
/// <param name="Hits">Each with where it is.</param>
/// <param name="Nearness">How near it is to what was asked for.</param>
/// <param name="Corrections">Words that are spelled in no text, each with the words that were looked for instead; none where nothing is like it.</param>
/// <param name="Asked">As it was asked in the end. Null: nothing was.</param>
public sealed record FoundTexts(
    IReadOnlyList<(TextHit Hit, FoundPlace Place)> Hits,
    Nearness Nearness,
    IReadOnlyList<(string Typed, IReadOnlyList<string> Instead)> Corrections,
    SearchQuestion? Asked
)
{
    public static FoundTexts None { get; } = new([], Nearness.AsAsked, [], null);

    public IEnumerable<(FoundKind Kind, int Count)> Counts =>
        FoundKinds.All.Select(k => (k, Hits.Count(h => h.Hit.Kind == k.View))).Where(k => k.Item2 > 0);
}

/// <summary>One page of what was found.</summary>
/// <param name="Kind">The only kind shown; null for all.</param>
/// <param name="Number">1 for the best.</param>
/// <param name="Of">How many pages there are.</param>
/// <param name="Count">How many hits there are of the kind.</param>
/// <param name="Texts">Where each is, and its words.</param>
public sealed record FoundPage(
    FoundKind? Kind,
    int Number,
    int Of,
    int Count,
    IReadOnlyList<(FoundPlace Place, MarkedText? Title, MarkedText? Body)> Texts
);

/// <summary>Searches an organisation's texts, and forgives spelling where nothing is found as typed.</summary>
public sealed class TextFinder(SearchTexts texts)
{
    public const int PageSize = 20;

    public async Task<FoundTexts> FindAsync(Place place, SearchPhrase phrase, CancellationToken cancellation)
    {
        var hidden = FoundKinds.All.Where(k => k.Keeper is { } right && place.Actor.MaySomewhere(right)).Select(k => k.View);
        var question = new SearchQuestion(place.Organisation.OrganisationId, [.. hidden], phrase.Asked)
        {
            Code = phrase.Code,
            CodeInText = phrase.CodeInText,
        };
        var found = await AskAsync(Nearness.AsAsked, question, []);
        if (found.Hits.Count > 0)
        {
            return found;
        }

        var words = await texts.WordsAsync(question, phrase.Words, cancellation);
        var groups = words.Select(w => w.IsKnown ? [w.Word] : Spelling.Nearest(w.Word, w.Near)).ToList();
        var corrections = words.Zip(groups).Where(w => !w.First.IsKnown).Select(w => (Typed: w.First.Word, Instead: w.Second)).ToList();
        if (corrections.Exists(c => c.Instead.Count == 0 && c.Typed.Any(char.IsDigit)))
        {
            return found with { Corrections = corrections }; // who asks for a number wants no other
        }

        foreach (var nearness in groups.All(g => g.Count > 0) ? new[] { Nearness.AllWords, Nearness.SomeWords } : [Nearness.SomeWords])
        {
            var expression = SearchQuestion.AnyOf(groups.Where(g => g.Count > 0), nearness == Nearness.AllWords);
            if (
                expression.Length > 0
                && await AskAsync(nearness, question with { Expression = expression, Code = null, CodeInText = false }, corrections)
                    is { Hits.Count: > 0 } near
            )
            {
                return near;
            }
        }

        return found with
        {
            Corrections = corrections,
        };

        async Task<FoundTexts> AskAsync(Nearness nearness, SearchQuestion asked, IReadOnlyList<(string, IReadOnlyList<string>)> corrected)
        {
            var places = new FoundPlaces(place);
            var hits =
                from hit in await texts.FindAsync(asked, cancellation)
                let at = places.Of(hit)
                where at is not null
                orderby Math.Round(hit.Rank, 3) descending, at.IsOver, at.Name
                select (hit, at);
            return new FoundTexts([.. hits], nearness, corrected, asked);
        }
    }

    /// <summary>A page of what was found, with the words marked.</summary>
    /// <param name="place">Where.</param>
    /// <param name="found">All that was found.</param>
    /// <param name="kind">One kind; null for all.</param>
    /// <param name="number">The page; what is not there becomes the nearest that is.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    public async Task<FoundPage> ReadAsync(Place place, FoundTexts found, FoundKind? kind, int number, CancellationToken cancellation)
    {
        var all = found.Hits.Where(h => kind is null || h.Hit.Kind == kind.View).ToList();
        var of = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        number = Math.Clamp(number, 1, of);
        var hits = all.Skip((number - 1) * PageSize).Take(PageSize).ToList();
        var excerpts = hits.Count == 0 ? [] : await texts.ExcerptsAsync(found.Asked!, [.. hits.Select(h => h.Hit)], cancellation);
        var byId = excerpts.ToDictionary(e => (e.Kind, e.Id));
        return new FoundPage(
            kind,
            number,
            of,
            all.Count,
            [
                .. hits.Select(h =>
                    byId.TryGetValue((h.Hit.Kind, h.Hit.Id), out var e)
                        ? (h.Place, Marked(e.Title), Marked(e.Body))
                        : (h.Place, null, (MarkedText?)null)
                ),
            ]
        );
    }

    private static MarkedText? Marked(string? text) => string.IsNullOrWhiteSpace(text) ? null : MarkedText.Read(text);
}
