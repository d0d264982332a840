using System.Globalization;
using System.Text.Json;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;

namespace Ledstjarna.Integrations.Kolada;

/// <summary>What an answer is a list of.</summary>
public enum KoladaList
{
    Empty,
    KeyFigures,
    Areas,
    AreaGroups,
    KeyFigureSets,
    Units,
    Values,
}

/// <summary>Reads the answers that tell what there is.</summary>
/// <param name="catalogue">What they are added to.</param>
public sealed class KoladaCatalogue(StatisticsCatalogue catalogue)
{
    private const int LongestText = 20_000;
    private const int LongestName = 1000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Reads an answer of the catalogue; one with values is told of and let be.</summary>
    /// <returns>What it was a list of, and where the next page is.</returns>
    /// <exception cref="SourceException">It is none of these.</exception>
    public (KoladaList List, string? Next) Read(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(json), Options);
            var root = document.RootElement;
            var rows = root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("values");
            var list = KoladaList.Empty;
            foreach (var row in rows.EnumerateArray())
            {
                list = list == KoladaList.Empty ? ListOf(row) : list;
                if (list == KoladaList.Values)
                {
                    break;
                }

                Add(list, row);
            }

            var next = root.ValueKind == JsonValueKind.Array ? null : Text(root, "next_url") ?? Text(root, "next_page");
            return (list, next);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SourceException(SourceFault.Unreadable, name, e.Message, e);
        }
    }

    private static KoladaList ListOf(JsonElement row) =>
        Has(row, "period") ? KoladaList.Values
        : Has(row, "is_divided_by_gender") || Has(row, "operating_area") ? KoladaList.KeyFigures
        : Has(row, "members")
            ? Text(row, "id")!.Contains("KPI", StringComparison.Ordinal) ? KoladaList.KeyFigureSets
                : KoladaList.AreaGroups
        : Has(row, "municipality") ? KoladaList.Units
        : Has(row, "id") && Has(row, "title") ? KoladaList.Areas
        : throw new FormatException("rows of no known kind");

    private void Add(KoladaList list, JsonElement row)
    {
        var id = Text(row, "id") is { Length: > 0 and <= 40 } text ? text : throw new FormatException("a row without id");
        var title = Name(row, "title") ?? id;
        switch (list)
        {
            case KoladaList.KeyFigures:
                catalogue.KeyFigures[id] = Facts(row, title);
                break;
            case KoladaList.Areas:
                catalogue.Areas[id] = new Area
                {
                    Code = id,
                    Name = title,
                    Kind =
                        Text(row, "type") == "K" ? AreaKind.Municipality
                        : id == "0000" ? AreaKind.Country
                        : AreaKind.Region,
                };
                break;
            case KoladaList.Units:
                catalogue.Areas[id] = new Area
                {
                    Code = id,
                    Name = title,
                    Kind = AreaKind.Unit,
                    MunicipalityCode = Text(row, "municipality"),
                };
                break;
            case KoladaList.AreaGroups:
                catalogue.Groups[id] = new AreaGroup
                {
                    Code = id,
                    Name = title,
                    Members = Members(row),
                };
                break;
            default:
                catalogue.Sets[id] = new KeyFigureSet
                {
                    Code = id,
                    Name = title,
                    Members = Members(row),
                };
                break;
        }
    }

    private static KeyFigureFacts Facts(JsonElement row, string title) =>
        new()
        {
            Title = title,
            Description = Cut(KeyFigureTitle.Tidy(Text(row, "description") ?? ""), LongestText),
            IsDividedByGender = Flag(row, "is_divided_by_gender"),
            HasUnits = Flag(row, "has_ou_data"),
            MunicipalityType = Name(row, "municipality_type"),
            OperatingArea = Name(row, "operating_area"),
            Perspective = Name(row, "perspective"),
            Auspice = Name(row, "auspice") ?? Name(row, "auspices"),
            PreliminaryOn = Day(row, "prel_publication_date"),
            FinalOn = Day(row, "publication_date"),
            NextYear = Year(row, "publ_period"),
        };

    private static List<string> Members(JsonElement row) =>
        [
            .. row.GetProperty("members")
                .EnumerateArray()
                .Select(m => Text(m, "member_id") ?? Text(m, "id"))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A text on one line. Null where there is none.</summary>
    private static string? Name(JsonElement row, string field) =>
        Text(row, field) is { } text && KeyFigureTitle.Tidy(text) is { Length: > 0 } tidy ? Cut(tidy, LongestName) : null;

    private static string? Text(JsonElement row, string field) =>
        !row.TryGetProperty(field, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()!.Replace("\0", "", StringComparison.Ordinal)
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    private static bool Flag(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value)
        && (
            value.ValueKind == JsonValueKind.True
            || (value.ValueKind == JsonValueKind.Number && value.GetDouble() != 0)
            || (value.ValueKind == JsonValueKind.String && value.GetString() is "1" or "true" or "True" or "TRUE")
        );

    private static DateOnly? Day(JsonElement row, string field) =>
        Text(row, field) is { Length: >= 10 } text
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static int? Year(JsonElement row, string field) =>
        int.TryParse(Text(row, field), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999
            ? year
            : null;

    private static bool Has(JsonElement row, string field) => row.TryGetProperty(field, out _);

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;
}
