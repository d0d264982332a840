using System.Globalization;
using CsvHelper;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Integrations.Kolada;

/// <summary>
/// What ships of Kolada, so that all can be tried without a network: the catalogue, areas and groups as of March 2026, the sets as of January
/// 2024, and real values of a few key figures.
/// </summary>
public static class KoladaShipped
{
    /// <summary>The day the catalogue and the values are as of.</summary>
    public static readonly DateOnly AsOf = new(2026, 3, 31);

    public static StatisticsCatalogue Catalogue()
    {
        var catalogue = new StatisticsCatalogue { HasAllKeyFigures = true };
        var reader = new KoladaCatalogue(catalogue);
        foreach (var file in (string[])["kpi_groups.json", "ou_0665.json"])
        {
            using var bytes = new MemoryStream();
            using var stream = Open(file);
            stream.CopyTo(bytes);
            reader.Read(bytes.ToArray(), file);
        }

        ReadKeyFigures(catalogue);
        ReadAreas(catalogue);
        ReadGroups(catalogue);
        return catalogue;
    }

    /// <summary>The values that ship, of key figures and areas known by number.</summary>
    public static List<NationalValue> Values(IReadOnlyDictionary<string, int> keyFigures, IReadOnlyDictionary<string, int> areas)
    {
        using var csv = Csv("values.csv");
        var values = new List<NationalValue>();
        while (csv.Read())
        {
            if (
                keyFigures.TryGetValue(csv.GetString("kpi"), out var keyFigure)
                && areas.TryGetValue(csv.GetString("municipality_id"), out var area)
            )
            {
                values.Add(
                    new NationalValue(
                        keyFigure,
                        area,
                        csv.Parse<short>(csv.GetFieldIndex("year"), CultureInfo.InvariantCulture),
                        Breakdown.Total,
                        csv.IsEmpty(csv.GetFieldIndex("value"))
                            ? null
                            : csv.Parse<double>(csv.GetFieldIndex("value"), CultureInfo.InvariantCulture),
                        csv.GetString("status") is { Length: > 0 } status ? status : null
                    )
                );
            }
        }

        return values;
    }

    /// <summary>
    /// Which way is better, where it has been judged: of the key figures of Agenda 2030 and KKiK. It is a judgement and not the source's; a
    /// person confirms it. Those where neither way is are left out.
    /// </summary>
    public static IReadOnlyDictionary<string, Direction> Directions { get; } = ReadDirections();

    private static Dictionary<string, Direction> ReadDirections()
    {
        var directions = new Dictionary<string, Direction>(StringComparer.Ordinal);
        foreach (var (file, column) in (ReadOnlySpan<(string, string)>)[("agenda2030_kommun.csv", "better"), ("kkik.csv", "better_judged")])
        {
            using var csv = Csv(file);
            while (csv.Read())
            {
                if (csv.GetString(column) is "high" or "low")
                {
                    directions[csv.GetString("kpi")] = csv.GetString(column) == "high" ? Direction.Higher : Direction.Lower;
                }
            }
        }

        return directions;
    }

    private static void ReadKeyFigures(StatisticsCatalogue catalogue)
    {
        using var csv = Csv("kpi.csv");
        while (csv.Read())
        {
            catalogue.KeyFigures[csv.GetString("id")] = new KeyFigureFacts
            {
                Title = KeyFigureTitle.Tidy(csv.GetString("title")),
                Description = KeyFigureTitle.Tidy(csv.GetString("description")),
                IsDividedByGender = csv.GetString("is_divided_by_gender") == "TRUE",
                HasUnits = csv.GetString("has_ou_data") == "TRUE",
                MunicipalityType = Text("municipality_type"),
                OperatingArea = Text("operating_area"),
                Perspective = Text("perspective"),
                Auspice = Text("auspice"),
                PreliminaryOn = Day("prel_publication_date"),
                FinalOn = Day("publication_date"),
                NextYear = int.TryParse(csv.GetString("publ_period"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    ? year
                    : null,
            };
        }

        string? Text(string column) => csv.GetString(column) is { Length: > 0 } text ? text : null;

        DateOnly? Day(string column) =>
            DateOnly.TryParseExact(csv.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null;
    }

    private static void ReadAreas(StatisticsCatalogue catalogue)
    {
        using var csv = Csv("municipality.csv");
        while (csv.Read())
        {
            var code = csv.GetString("id");
            catalogue.Areas[code] = new Area
            {
                Code = code,
                Name = csv.GetString("title"),
                Kind =
                    csv.GetString("type") == "K" ? AreaKind.Municipality
                    : code == "0000" ? AreaKind.Country
                    : AreaKind.Region,
            };
        }
    }

    private static void ReadGroups(StatisticsCatalogue catalogue)
    {
        using var csv = Csv("municipality_groups.csv");
        var members = new Dictionary<string, (string Name, List<string> Members)>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var code = csv.GetString("group_id");
            if (!members.TryGetValue(code, out var group))
            {
                members[code] = group = (KeyFigureTitle.Tidy(csv.GetString("group_title")), []);
            }

            group.Members.Add(csv.GetString("member_id"));
        }

        foreach (var (code, (name, codes)) in members)
        {
            catalogue.Groups[code] = new AreaGroup
            {
                Code = code,
                Name = name,
                Members = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            };
        }
    }

    private static CsvReader Csv(string file) => CsvReader.Create(Open(file), CsvReaderOptions.Default, leaveOpen: false);

    private static Stream Open(string file) => typeof(KoladaShipped).Assembly.GetManifestResourceStream($"kolada/{file}")!;
}
