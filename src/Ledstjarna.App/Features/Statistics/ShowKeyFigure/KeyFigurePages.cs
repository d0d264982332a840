using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Reads what the page of a key figure shows.</summary>
public sealed class KeyFigurePages(Database database, KeyFigures keyFigures, NationalStatistics national)
{
    /// <summary>Null: there is none, or it is an invented one and this is no demonstration.</summary>
    public async Task<KeyFigure?> FindAsync(Place place, string code, CancellationToken cancellation) =>
        await keyFigures.FindAsync(code.Trim().ToUpperInvariant(), cancellation) is { } found
        && (found.Source != StatisticsSource.Example || place.Organisation.IsDemo)
            ? found
            : null;

    /// <summary>What cannot be read in the address is as if it were not there.</summary>
    public async Task<KeyFigureView> ViewAsync(
        Place place,
        KeyFigure keyFigure,
        string? municipality,
        string? year,
        string? gender,
        string? group,
        CancellationToken cancellation
    )
    {
        var code = CatalogueQuery.NotBlank(municipality) ?? place.Organisation.MunicipalityCode.Value;
        var shown =
            place.Record.Municipalities.FirstOrDefault(m => m.Code.Value == code)
            ?? throw PageFaultException.NotFound(
                "Kommunen finns inte bland de 290",
                "Välj en kommun i listan, eller ange dess fyrsiffriga kod.",
                StatisticsLinks.KeyFigure(place, keyFigure.Code)
            );
        var whom = gender?.Trim().ToUpperInvariant() switch
        {
            "K" => Breakdown.Women,
            "M" => Breakdown.Men,
            _ => Breakdown.Total,
        };
        await using var db = database.Context(default);
        var figures = (await national.ReadAsync(db, [keyFigure.Code], whom, cancellation)).GetValueOrDefault(keyFigure.Code);
        var groups = await keyFigures.GroupsAsync(shown, cancellation);
        var shownYear = figures is null ? 0 : YearOf(figures, year);
        return new KeyFigureView
        {
            Record = place.Record,
            KeyFigure = keyFigure,
            Figures = figures,
            Gender = whom,
            Municipality = shown,
            Groups = groups,
            Group = groups.FirstOrDefault(g => g.Code == group?.Trim()),
            Nation = await keyFigures.ValuesAsync(keyFigure.Id, "0000", whom, cancellation),
            Own = await keyFigures.ValuesAsync(keyFigure.Id, shown.Code.Value, whom, cancellation),
            PreliminaryYears = await keyFigures.PreliminaryYearsAsync(keyFigure.Id, cancellation),
            FetchedAt = await keyFigures.FetchedAtAsync(keyFigure, cancellation),
            Year = shownYear,
            Units = keyFigure.Facts.HasUnits
                ? await keyFigures.UnitsAsync(keyFigure.Id, shown.Code.Value, shownYear, whom, cancellation)
                : [],
        };
    }

    /// <summary>The one asked for where there are values, else the latest that says something of the country.</summary>
    private static int YearOf(NationalFigures figures, string? year) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && !figures.Ascending(asked).IsEmpty
            ? asked
            : figures.LatestYear(figures.LastYear) ?? figures.LastYear;
}
