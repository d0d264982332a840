using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Search;

/// <summary>Search: goals, what is measured, decisions and every other text, from all days at once.</summary>
public static class SearchWeb
{
    public static void Map(IEndpointRouteBuilder organisation) =>
        organisation.MapGet(
            "sok",
            async (string kommun, HttpRequest request, Visits visits, TextFinder finder, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                var asked = request.Query["q"].FirstOrDefault(q => !string.IsNullOrWhiteSpace(q));
                var phrase = new SearchPhrase(asked);
                var found = phrase.CanBeAsked ? await finder.FindAsync(place, phrase, cancellation) : FoundTexts.None;
                var kind = FoundKinds.All.FirstOrDefault(k => k.Key == request.Query["slag"]);
                _ = int.TryParse(request.Query["sida"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
                var shown = await finder.ReadAsync(place, found, kind, page, cancellation);
                return new RazorComponentResult<SearchPage>(
                    new
                    {
                        Place = place,
                        Phrase = phrase,
                        Found = found,
                        Shown = shown,
                    }
                );
            }
        );
}
