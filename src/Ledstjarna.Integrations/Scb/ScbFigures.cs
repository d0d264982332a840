using System.Globalization;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Integrations.Scb;

/// <summary>Why a table has no figure per municipality and year.</summary>
public enum ScbTableFault
{
    NoMunicipalities,

    /// <summary>It is of months, quarters or periods of several years.</summary>
    NoYears,
}

/// <summary>A table seen as figures of municipalities and years: what there is to choose, what to ask for, and what the answers mean.</summary>
public sealed class ScbFigures
{
    private const string Men = "1";
    private const string Women = "2";
    private const string Both = "1+2";
    private const string Country = "00";
    private const int LongestStatus = 200;

    private readonly string _table;
    private readonly JsonStat _metadata;
    private readonly JsonStatDimension? _place;
    private readonly JsonStatDimension? _time;
    private readonly JsonStatDimension? _gender;
    private readonly List<string> _places;

    /// <param name="table">Its id.</param>
    /// <param name="metadata">What it says of its dimensions.</param>
    /// <param name="isMunicipality">Whether a place's code is a municipality's.</param>
    public ScbFigures(string table, JsonStat metadata, Func<string, bool> isMunicipality)
    {
        (_table, _metadata) = (table, metadata);
        _place =
            metadata.Dimensions.FirstOrDefault(d => d.IsPlace)
            ?? metadata.Dimensions.FirstOrDefault(d => string.Equals(d.Code, "Region", StringComparison.OrdinalIgnoreCase));
        _time = metadata.Dimensions.FirstOrDefault(d => d.IsTime);
        _gender = metadata.Dimensions.FirstOrDefault(d =>
            string.Equals(d.Code, "Kon", StringComparison.OrdinalIgnoreCase)
            && Has(d, Men)
            && Has(d, Women)
            && (d.CanBeLeftOut || Has(d, Both))
        );
        _places = _place is null ? [] : [.. _place.Values.Select(v => v.Code).Where(c => c == Country || isMunicipality(c))];
        Choices = [.. metadata.Dimensions.Where(d => d != _place && d != _time && d != _gender)];
        Fault =
            !_places.Exists(c => c != Country) ? ScbTableFault.NoMunicipalities
            : _time is null || _time.Values.Count == 0 || _time.Values.Any(v => !IsYear(v.Code)) ? ScbTableFault.NoYears
            : null;
    }

    /// <summary>Null: it can be used.</summary>
    public ScbTableFault? Fault { get; }

    public string Label => _metadata.Label;

    /// <summary>The dimensions that one value is to be chosen of, or none where they can be left out.</summary>
    public IReadOnlyList<JsonStatDimension> Choices { get; }

    /// <summary>Whether there is a figure for women, for men and for both.</summary>
    public bool IsByGender => _gender is not null;

    /// <summary>Whether all that is chosen is there, and all that must be is chosen.</summary>
    public bool Allows(TableSelection selection) =>
        selection.Chosen.All(c => Choices.Any(d => d.Code == c.Key && Has(d, c.Value)))
        && Choices.All(d => d.CanBeLeftOut || selection.Chosen.Any(c => c.Key == d.Code));

    public KeyFigureFacts Facts(TableSelection selection)
    {
        var contents = Choices.FirstOrDefault(d => d.IsContents);
        var chosen = selection
            .Chosen.Select(c => Choices.First(d => d.Code == c.Key))
            .Zip(selection.Chosen, (d, c) => (d, c.Value))
            .ToList();
        var counted = chosen.FirstOrDefault(c => c.d == contents);
        var name = counted.d is null ? Label : LabelOf(counted);
        var rest = chosen.Where(c => c.d != contents).ToList();
        return new KeyFigureFacts
        {
            Title = KeyFigureTitle.Tidy(
                string.Join(
                    ", ",
                    [
                        name,
                        .. rest.Select(LabelOf),
                        .. counted.d is not null && counted.d.Units.TryGetValue(counted.Value, out var unit)
                            ? [unit]
                            : Array.Empty<string>(),
                    ]
                )
            ),
            Description = KeyFigureTitle.Tidy(
                $"{Label}. {string.Concat(rest.Select(c => $"{c.d.Label}: {LabelOf(c)}. "))}Tabellen {_table} i SCB:s statistikdatabas."
            ),
            IsDividedByGender = IsByGender,
            MunicipalityType = "K",
            Selection = selection.ToString(),
            UpdatedAt = _metadata.Updated,
        };
    }

    /// <summary>What to ask for: the chosen values by dimension, and the dimension to divide the question by. Two where both genders together are had by leaving gender out.</summary>
    public IReadOnlyList<(IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen, string Divide)> Questions(TableSelection selection)
    {
        var all = selection.Chosen.ToDictionary(c => c.Key, c => (IReadOnlyList<string>)[c.Value], StringComparer.Ordinal);
        all[_place!.Code] = _places;
        all[_time!.Code] = [.. _time.Values.Select(v => v.Code)];
        if (_gender is null)
        {
            return [(all, _place.Code)];
        }

        var hasBoth = Has(_gender, Both);
        var divided = new Dictionary<string, IReadOnlyList<string>>(all, StringComparer.Ordinal)
        {
            [_gender.Code] = hasBoth ? [Men, Women, Both] : [Men, Women],
        };
        return hasBoth ? [(divided, _place.Code)] : [(all, _place.Code), (divided, _place.Code)];
    }

    /// <summary>What an answer holds. Marks in place of a value are kept, and mean missing, never zero.</summary>
    /// <param name="answer">To one of the questions, of just the cells asked for.</param>
    /// <param name="keyFigure">The key figure's number.</param>
    /// <param name="areas">Areas' numbers by code.</param>
    public IReadOnlyList<NationalValue> Values(JsonStat answer, int keyFigure, IReadOnlyDictionary<string, int> areas)
    {
        var (place, time, gender) = (IndexOf(answer, _place), IndexOf(answer, _time), IndexOf(answer, _gender));
        var values = new List<NationalValue>();
        foreach (var cell in answer.Cells)
        {
            if (areas.TryGetValue(cell.Codes[place] == Country ? "0000" : cell.Codes[place], out var area))
            {
                values.Add(
                    new NationalValue(
                        keyFigure,
                        area,
                        short.Parse(cell.Codes[time], CultureInfo.InvariantCulture),
                        gender < 0 ? Breakdown.Total : Gender(cell.Codes[gender]),
                        cell.Value,
                        cell.Status is { Length: > LongestStatus } status ? status[..LongestStatus] : cell.Status
                    )
                );
            }
        }

        return values;
    }

    /// <summary>A sum of both has a code of its own, whatever it is.</summary>
    private static Breakdown Gender(string code) =>
        code switch
        {
            Men => Breakdown.Men,
            Women => Breakdown.Women,
            _ => Breakdown.Total,
        };

    private static int IndexOf(JsonStat answer, JsonStatDimension? dimension) =>
        dimension is null ? -1 : answer.Dimensions.ToList().FindIndex(d => d.Code == dimension.Code);

    private static string LabelOf((JsonStatDimension Dimension, string Value) chosen) =>
        chosen.Dimension.Values.First(v => v.Code == chosen.Value).Label;

    private static bool Has(JsonStatDimension dimension, string code) => dimension.Values.Any(v => v.Code == code);

    private static bool IsYear(string code) => code.Length == 4 && code.All(char.IsAsciiDigit) && code[0] is '1' or '2';
}
