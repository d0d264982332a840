using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Kolada;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Some municipalities in a year: how their values spread. All of it is one's own processing.</summary>
/// <param name="Name">"Alla kommuner", "Jönköpings län".</param>
/// <param name="WithValue">How many have a value.</param>
/// <param name="Members">How many there are.</param>
/// <param name="Spread">Null: none has a value.</param>
/// <param name="Place">The shown municipality's place, 1 for the best, or for the highest where neither way is better. Null: it has no value.</param>
public sealed record GroupRow(string Name, int WithValue, int Members, Spread? Spread, int? Place);

/// <summary>A municipality's value in the shown year.</summary>
public sealed record MunicipalityRow(Municipality Municipality, double Value, int Place, bool IsOwn, bool IsChosen, bool IsInGroup);

/// <summary>A year of the shown municipality.</summary>
public sealed record YearRow(
    int Year,
    double? Own,
    bool IsPreliminary,
    Spread Country,
    double? GroupMedian,
    double? Nation,
    int? Place,
    int Of
);

/// <summary>All that the page of a key figure shows.</summary>
public sealed class KeyFigureView
{
    public required SteeringRecord Record { get; init; }

    public required KeyFigure KeyFigure { get; init; }

    /// <summary>Null: no values have been fetched for the gender.</summary>
    public required NationalFigures? Figures { get; init; }

    public required Breakdown Gender { get; init; }

    /// <summary>The municipality in the middle of it.</summary>
    public required Municipality Municipality { get; init; }

    /// <summary>What else it is compared with. Null: nothing.</summary>
    public required AreaGroup? Group { get; init; }

    public required IReadOnlyList<AreaGroup> Groups { get; init; }

    /// <summary>As the source has the country's own value, most often weighted.</summary>
    public required IReadOnlyDictionary<int, AreaValue> Nation { get; init; }

    public required IReadOnlyDictionary<int, AreaValue> Own { get; init; }

    /// <summary>The municipality's schools, homes and the like that have a value of the year.</summary>
    public required IReadOnlyList<UnitValue> Units { get; init; }

    public required IReadOnlySet<int> PreliminaryYears { get; init; }

    public required DateTime? FetchedAt { get; init; }

    /// <summary>The shown year. 0 when there are no values.</summary>
    public required int Year { get; init; }

    public KeyFigureTitle Title => KeyFigure.Facts.Parts;

    /// <summary>Those of the organisation that take their figures from it.</summary>
    public IReadOnlyList<Indicator> Bound => [.. Record.Indicators.Where(i => i.KeyFigureCode == KeyFigure.Code)];

    /// <summary>Which way is better: as the organisation's own indicator says, else as it has been judged. Null: no one has said.</summary>
    public Direction? Better =>
        Bound.Select(i => (Direction?)i.Direction).FirstOrDefault()
        ?? (KoladaShipped.Directions.TryGetValue(KeyFigure.Code, out var judged) ? judged : null);

    /// <summary>Neither way is better, or no one has said: from the highest.</summary>
    public Direction Order => Better is Direction.Lower ? Direction.Lower : Direction.Higher;

    /// <summary>Years with any value, the latest first.</summary>
    public IReadOnlyList<int> Years =>
        Figures is null ? [] : [.. Enumerable.Range(Figures.FirstYear, Figures.Years).Where(y => !Figures.Ascending(y).IsEmpty).Reverse()];

    public string Format(double value) => Words.Swedish.Figure(value, Decimals, Title.Unit ?? "");

    /// <summary>As many as tell values apart: none for large numbers.</summary>
    public int Decimals
    {
        get
        {
            var values = Figures is null ? [] : Figures.Ascending(Year);
            return values.IsEmpty ? 1
                : Math.Abs(values[values.Length / 2]) >= 1000 ? 0
                : Math.Abs(values[values.Length / 2]) >= 10 ? 1
                : 2;
        }
    }

    public IReadOnlyList<GroupRow> GroupRows
    {
        get
        {
            var county = Record.Municipalities.Where(m => m.CountyCode == Municipality.CountyCode).Select(m => m.Code);
            var chosen = Record.Organisation.ComparisonMunicipalities.Select(c => new MunicipalityCode(c)).Append(Municipality.Code);
            List<GroupRow> rows = [Row("Alla kommuner", Record.Municipalities.Select(m => m.Code)), Row(Municipality.CountyName, county)];
            if (Record.Organisation.ComparisonMunicipalities.Count > 0)
            {
                rows.Add(Row("Era jämförelsekommuner", chosen));
            }

            if (Group is { } group)
            {
                rows.Add(Row(group.Name, Codes(group).Append(Municipality.Code)));
            }

            return rows;
        }
    }

    /// <summary>All that have a value in the shown year, the best first.</summary>
    public IReadOnlyList<MunicipalityRow> Rows
    {
        get
        {
            var values = Figures!.ByMunicipality(Year);
            var chosen = Record.Organisation.ComparisonMunicipalities.ToHashSet(StringComparer.Ordinal);
            var group = Group is null ? [] : Codes(Group).ToHashSet();
            var sign = Order == Direction.Lower ? 1 : -1;
            var all = Figures.Ascending(Year).ToArray();
            return
            [
                .. Record
                    .Municipalities.Where(m => values.ContainsKey(m.Code))
                    .OrderBy(m => sign * values[m.Code])
                    .ThenBy(m => m.Name, Words.Swedish.Order)
                    .Select(m => new MunicipalityRow(
                        m,
                        values[m.Code],
                        PlaceOf(all, values[m.Code]),
                        m.Code == Municipality.Code,
                        chosen.Contains(m.Code.Value),
                        group.Contains(m.Code)
                    )),
            ];
        }
    }

    public IReadOnlyList<YearRow> YearRows => [.. Years.Select(YearRowOf)];

    private YearRow YearRowOf(int year)
    {
        var all = Figures!.Ascending(year).ToArray();
        var own = Figures.Of(year, Municipality.Code);
        var members = Group is null
            ? null
            : Codes(Group).Append(Municipality.Code).Distinct().Select(c => Figures.Of(year, c)).OfType<double>();
        return new YearRow(
            year,
            own,
            Own.TryGetValue(year, out var value) && value.IsPreliminary,
            Spread.Of(all)!,
            members is null ? null : Spread.Of([.. members.Order()])?.Median,
            Nation.TryGetValue(year, out var nation) ? nation.Value : null,
            own is { } mine ? PlaceOf(all, mine) : null,
            all.Length
        );
    }

    private GroupRow Row(string name, IEnumerable<MunicipalityCode> codes)
    {
        List<MunicipalityCode> members = [.. codes.Distinct()];
        double[] values = [.. members.Select(c => Figures!.Of(Year, c)).OfType<double>().Order()];
        var own = Figures!.Of(Year, Municipality.Code);
        return new GroupRow(name, values.Length, members.Count, Spread.Of(values), own is { } mine ? PlaceOf(values, mine) : null);
    }

    private int PlaceOf(double[] ascending, double value) =>
        1 + (Order == Direction.Lower ? ascending.Count(v => v < value) : ascending.Count(v => v > value));

    private static IEnumerable<MunicipalityCode> Codes(AreaGroup group) =>
        group.Members.Where(m => m.Length == 4 && m.All(char.IsAsciiDigit)).Select(m => new MunicipalityCode(m));
}
