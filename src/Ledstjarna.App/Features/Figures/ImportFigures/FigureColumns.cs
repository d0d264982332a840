using System.Security.Cryptography;
using System.Text;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Features.Figures;

/// <summary>What a column of a file holds.</summary>
public enum FigureColumn
{
    Unused,
    Indicator,
    Period,
    Breakdown,
    Value,
    Reason,
    Margin,
    Answers,
    Preliminary,
    Note,
    ExpectedOn,

    /// <summary>Values of the period that the heading names.</summary>
    ValueOfHeading,
}

/// <summary>A file's columns, recognised by their headings or matched by hand.</summary>
/// <param name="Heading">The row of headings, as an index.</param>
/// <param name="Kinds">One for each column.</param>
public sealed record FigureColumns(int Heading, IReadOnlyList<FigureColumn> Kinds)
{
    /// <summary>Headings stand in one of the first rows; above them there may be a title.</summary>
    private const int RowsSearched = 10;

    private static readonly Dictionary<string, FigureColumn> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["indikator"] = FigureColumn.Indicator,
        ["kod"] = FigureColumn.Indicator,
        ["indikatorkod"] = FigureColumn.Indicator,
        ["nyckeltal"] = FigureColumn.Indicator,
        ["period"] = FigureColumn.Period,
        ["år"] = FigureColumn.Period,
        ["mätår"] = FigureColumn.Period,
        ["kön"] = FigureColumn.Breakdown,
        ["uppdelning"] = FigureColumn.Breakdown,
        ["värde"] = FigureColumn.Value,
        ["utfall"] = FigureColumn.Value,
        ["resultat"] = FigureColumn.Value,
        ["skäl"] = FigureColumn.Reason,
        ["orsak"] = FigureColumn.Reason,
        ["felmarginal"] = FigureColumn.Margin,
        ["svar"] = FigureColumn.Answers,
        ["antal svar"] = FigureColumn.Answers,
        ["preliminär"] = FigureColumn.Preliminary,
        ["anmärkning"] = FigureColumn.Note,
        ["kommentar"] = FigureColumn.Note,
        ["väntas"] = FigureColumn.ExpectedOn,
    };

    /// <summary>As they are written on export, in order.</summary>
    public static readonly IReadOnlyList<string> Headings =
    [
        "indikator",
        "period",
        "kön",
        "värde",
        "skäl",
        "väntas",
        "felmarginal",
        "svar",
        "preliminär",
        "anmärkning",
        "namn",
    ];

    public static IReadOnlyList<Option> Options { get; } =
    [
        new(nameof(FigureColumn.Unused), "Används inte"),
        new(nameof(FigureColumn.Indicator), "Indikatorns kod eller namn"),
        new(nameof(FigureColumn.Period), "Period"),
        new(nameof(FigureColumn.Breakdown), "Kön"),
        new(nameof(FigureColumn.Value), "Värde"),
        new(nameof(FigureColumn.ValueOfHeading), "Värden för perioden i rubriken"),
        new(nameof(FigureColumn.Reason), "Skäl om siffran saknas"),
        new(nameof(FigureColumn.ExpectedOn), "När siffran väntas"),
        new(nameof(FigureColumn.Margin), "Felmarginal"),
        new(nameof(FigureColumn.Answers), "Antal svar"),
        new(nameof(FigureColumn.Preliminary), "Preliminär"),
        new(nameof(FigureColumn.Note), "Anmärkning"),
    ];

    /// <summary>What is known without asking; columns that say nothing are unused.</summary>
    public static FigureColumns Recognise(Table table)
    {
        var found = Enumerable
            .Range(0, Math.Min(RowsSearched, table.Rows.Count))
            .Select(i => new FigureColumns(i, [.. Cells(table.Rows[i]).Select(Kind)]))
            .ToList();
        return found.Find(f => f.Problem(table) is null)
            ?? found.Find(f => Cells(table.Rows[f.Heading]).Count(c => c.Length > 0) > 1)
            ?? found[0];
    }

    /// <summary>The same rows with columns matched by hand.</summary>
    public FigureColumns With(IReadOnlyList<string> kinds) =>
        this with
        {
            Kinds =
            [
                .. kinds
                    .Take(Kinds.Count)
                    .Select(k => Enum.TryParse<FigureColumn>(k, out var kind) && Enum.IsDefined(kind) ? kind : FigureColumn.Unused),
            ],
        };

    /// <summary>The column of a kind that there is one of; -1 where there is none.</summary>
    public int Of(FigureColumn kind)
    {
        for (var i = 0; i < Kinds.Count; i++)
        {
            if (Kinds[i] == kind)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Why figures cannot be read from these columns; null when they can.</summary>
    public string? Problem(Table table)
    {
        var twice = Kinds
            .Where(k => k is not FigureColumn.Unused and not FigureColumn.ValueOfHeading)
            .GroupBy(k => k)
            .FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            return $"Flera kolumner är valda som ”{Options.First(o => o.Value == twice.Key.ToString()).Text}”. Välj en.";
        }

        if (Of(FigureColumn.Indicator) < 0)
        {
            return "Välj vilken kolumn som har indikatorns kod eller namn.";
        }

        if (Of(FigureColumn.ValueOfHeading) >= 0)
        {
            var headings = table.Rows[Heading];
            var odd = Enumerable
                .Range(0, Kinds.Count)
                .FirstOrDefault(i => Kinds[i] == FigureColumn.ValueOfHeading && PeriodIn(headings[i]) is null, -1);
            return Of(FigureColumn.Value) >= 0 ? "Välj antingen en kolumn med värden eller kolumner med perioder i rubriken, inte båda."
                : odd >= 0 ? $"Rubriken ”{headings[odd]}” är ingen period. Skriv till exempel 2022 eller 2022T1."
                : null;
        }

        return Of(FigureColumn.Value) < 0 ? "Välj vilken kolumn som har värdena."
            : Of(FigureColumn.Period) < 0 ? "Välj vilken kolumn som har perioden."
            : null;
    }

    /// <summary>The same for files with the same headings.</summary>
    public string Signature(Table table) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Cells(table.Rows[Heading]).Select(c => c.ToUpperInvariant()))))
        );

    public static Period? PeriodIn(string text) => Period.TryParse(text.Trim().ToUpperInvariant(), out var period) ? period : null;

    private static FigureColumn Kind(string heading) =>
        Names.TryGetValue(heading, out var kind) ? kind
        : PeriodIn(heading) is not null ? FigureColumn.ValueOfHeading
        : FigureColumn.Unused;

    private static IEnumerable<string> Cells(TableRow row) => Enumerable.Range(0, row.Count).Select(i => row[i].Trim());
}
