using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Editing;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Ambition;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>Addresses of ambition levels, for other features.</summary>
public static class AmbitionLinks
{
    public static string All(Place place) => $"/{place.Organisation.Slug}/nivaer";

    public static string Level(Place place, AmbitionLevelId level) => $"{All(place)}/{level.Value}";

    /// <summary>What differs, from an older level to a newer.</summary>
    public static string Compare(Place place, AmbitionLevel before, AmbitionLevel after, string ending = "") =>
        $"{Level(place, after.Id)}/jamfor/{before.Id.Value}{ending}";

    /// <summary>The form of an indicator or activity in a level that is open.</summary>
    public static string Measure(Place place, AmbitionMeasureId measure) =>
        EditingLinks.Edit(place, LevelMeasureEditor.KindKey, measure.Value.ToString());

    /// <summary>Where a form is sent that takes it away; the field <c>skal</c> says why.</summary>
    public static string RemoveMeasure(Place place, AmbitionMeasureId measure) => $"{Measure(place, measure)}/ta-bort";

    public static string Mirror(Place place, AmbitionLevelId level) => $"{Level(place, level)}/spegling";
}
