using System.Globalization;
using CsvHelper;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Integrations.Files;

/// <summary>The comparison set that ships: Sweden's 290 municipalities and eight figures for each, one year. An empty cell is a true gap.</summary>
public static class ComparisonFiles
{
    /// <summary>The files state no year; their figures are taken to be of this one, and the pages say so.</summary>
    public const int AssumedYear = 2022;

    private const string Source = "Sammanställning 2026 av offentlig statistik";

    /// <summary>The figures, named as the columns of the file.</summary>
    public static IReadOnlyList<ComparisonFigure> Figures { get; } =
    [
        Figure(1, "syssgrad", "Sysselsatta", "%", 1, Direction.Higher),
        Figure(2, "arbloshet", "Arbetslösa", "%", 1, Direction.Lower),
        Figure(3, "langtidsarbl", "Långtidsarbetslösa", "%", 1, Direction.Lower),
        Figure(4, "lag_ekstand", "Låg ekonomisk standard", "%", 1, Direction.Lower),
        Figure(5, "ekbistand", "Invånare med ekonomiskt bistånd", "%", 1, Direction.Lower),
        Figure(6, "trangbodd", "Trångbodda", "%", 1, Direction.Lower),
        Figure(7, "brott", "Anmälda brott per 100 000 invånare", "brott", 0, Direction.Lower),
        Figure(8, "valdeltagande", "Valdeltagande i kommunalvalet", "%", 1, Direction.Higher),
    ];

    /// <summary>The 290, without regions and the country.</summary>
    public static IReadOnlyList<Municipality> Municipalities()
    {
        using var csv = Open("kommuner.csv");
        var all = new List<Municipality>();
        while (csv.Read())
        {
            if (csv.GetString("kolada_type") == "K")
            {
                all.Add(
                    new Municipality
                    {
                        Code = new MunicipalityCode(csv.GetString("kolada_id")),
                        Name = csv.GetString("name"),
                        CountyCode = csv.GetString("lan_code"),
                        CountyName = csv.GetString("lan_name"),
                    }
                );
            }
        }

        return all;
    }

    public static IReadOnlyList<ComparisonValue> Values()
    {
        using var csv = Open("kommuner_jamforelse.csv");
        var all = new List<ComparisonValue>();
        while (csv.Read())
        {
            var code = new MunicipalityCode(csv.GetString("kommunkod"));
            foreach (var figure in Figures)
            {
                var column = csv.GetFieldIndex(figure.Code);
                if (!csv.IsEmpty(column))
                {
                    all.Add(
                        new ComparisonValue
                        {
                            FigureCode = figure.Code,
                            MunicipalityCode = code,
                            Value = csv.Parse<double>(column, CultureInfo.InvariantCulture),
                        }
                    );
                }
            }
        }

        return all;
    }

    private static ComparisonFigure Figure(int order, string code, string name, string unit, int decimals, Direction direction) =>
        new()
        {
            Code = code,
            Name = name,
            Unit = unit,
            Decimals = decimals,
            Direction = direction,
            Source = Source,
            Order = order,
            Year = AssumedYear,
        };

    /// <summary>UTF-8 with a header, as the files are kept in the assembly.</summary>
    private static CsvReader Open(string name) =>
        CsvReader.Create(typeof(ComparisonFiles).Assembly.GetManifestResourceStream(name)!, CsvReaderOptions.Default, leaveOpen: false);
}
