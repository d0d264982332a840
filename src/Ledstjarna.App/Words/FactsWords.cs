using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Words;

/// <summary>What a source says of a key figure that it did not say before, in Swedish.</summary>
public static class FactsWords
{
    public static IEnumerable<(string What, string Before, string After)> Differences(FactsChange change)
    {
        var (before, after) = (change.Before, change.After);
        if (after is null)
        {
            yield return ("Nyckeltalet är borttaget ur källans katalog", before.Title, "Finns inte");
            yield break;
        }

        if (before.Parts.LastYear != after.Parts.LastYear && after.Parts.LastYear is { } year)
        {
            yield return ("Nyckeltalet är avslutat", "Publicerades", $"Sista året är {year}");
        }

        if (before.Title != after.Title)
        {
            yield return ("Namnet", before.Title, after.Title);
        }

        if (before.Description != after.Description)
        {
            yield return ("Så räknas det", Text(before.Description), Text(after.Description));
        }

        if (before.IsDividedByGender != after.IsDividedByGender)
        {
            yield return ("Uppdelning på kön", Divided(before.IsDividedByGender), Divided(after.IsDividedByGender));
        }

        if (before.MunicipalityType != after.MunicipalityType)
        {
            yield return ("Finns för", Areas(before.MunicipalityType), Areas(after.MunicipalityType));
        }

        if (before.OperatingArea != after.OperatingArea)
        {
            yield return ("Område", Text(before.OperatingArea), Text(after.OperatingArea));
        }
    }

    private static string Text(string? text) => string.IsNullOrEmpty(text) ? "Inget" : text;

    private static string Divided(bool isDivided) => isDivided ? "Kvinnor och män för sig" : "Bara alla tillsammans";

    private static string Areas(string? type) =>
        type switch
        {
            "K" => "Kommuner",
            "L" => "Regioner",
            "A" => "Kommuner och regioner",
            _ => "Inget sägs",
        };
}
