using System.Globalization;
using System.Text.Json;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;

namespace Ledstjarna.Integrations.Kolada;

/// <summary>
/// Reads answers with values, as they come and in one pass: the fields of a row in any order, types as they drift (a number or a text, true or
/// 1), the gender by its code. What it does not know it steps over.
/// </summary>
/// <param name="keyFigures">The key figures there are.</param>
/// <param name="areas">The areas and units there are; groups of municipalities are none, their means are counted here.</param>
/// <param name="preliminaryYear">Per key figure the year that was preliminary when the answer was fetched.</param>
public sealed class KoladaValues(CodeTable keyFigures, CodeTable areas, IReadOnlyDictionary<int, int>? preliminaryYear = null)
{
    private const int LargestYear = 9999;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };
    private readonly Dictionary<string, string> _statuses = new(StringComparer.Ordinal);

    /// <summary>Rows of key figures or areas that are not in the catalogue, since the reader was made.</summary>
    public int Unknown { get; private set; }

    /// <summary>Appends an answer's values.</summary>
    /// <param name="json">The whole answer, UTF-8: an object with <c>values</c>, or the list alone.</param>
    /// <param name="name">What the answer is called in an error.</param>
    /// <param name="into">Where they go.</param>
    /// <returns>Where the next page is. Null: this is the last.</returns>
    /// <exception cref="SourceException">It is no such answer. <paramref name="into"/> may hold some of it.</exception>
    public string? Read(ReadOnlySpan<byte> json, string name, List<NationalValue> into)
    {
        var reader = new Utf8JsonReader(WithoutMark(json), Options);
        try
        {
            reader.Read();
            var next = reader.TokenType == JsonTokenType.StartArray ? ReadRows(ref reader, into) : ReadEnvelope(ref reader, into);
            return reader.Read() ? throw Wrong(ref reader) : next;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new SourceException(
                SourceFault.Unreadable,
                name,
                string.Create(CultureInfo.InvariantCulture, $"byte {reader.BytesConsumed}: {e.Message}"),
                e
            );
        }
    }

    private string? ReadEnvelope(ref Utf8JsonReader reader, List<NationalValue> into)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        string? next = null;
        var hasValues = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("values"u8))
            {
                reader.Read();
                ReadRows(ref reader, into);
                hasValues = true;
            }
            else if (reader.ValueTextEquals("next_url"u8) || reader.ValueTextEquals("next_page"u8))
            {
                reader.Read();
                next = reader.TokenType == JsonTokenType.String ? reader.GetString() : next;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return hasValues ? next : throw new FormatException("there is no \"values\"");
    }

    private string? ReadRows(ref Utf8JsonReader reader, List<NationalValue> into)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ReadRow(ref reader, into);
        }

        return null;
    }

    /// <summary>The values may stand before what they are of: they are filled in when the row ends.</summary>
    private void ReadRow(ref Utf8JsonReader reader, List<NationalValue> into)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        var first = into.Count;
        var (keyFigure, area, year) = (-1, -1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("values"u8))
            {
                reader.Read();
                ReadValues(ref reader, into);
            }
            else if (reader.ValueTextEquals("kpi"u8))
            {
                reader.Read();
                keyFigure = Code(ref reader, keyFigures);
            }
            else if (reader.ValueTextEquals("municipality"u8) || reader.ValueTextEquals("ou"u8))
            {
                reader.Read();
                area = Code(ref reader, areas);
            }
            else if (reader.ValueTextEquals("period"u8))
            {
                reader.Read();
                year = Whole(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (keyFigure < 0 || area < 0 || year is < 1000 or > LargestYear)
        {
            throw new FormatException("a row without key figure, area or year");
        }

        if (keyFigure == 0 || area == 0)
        {
            into.RemoveRange(first, into.Count - first);
            Unknown++;
            return;
        }

        var isPreliminary = preliminaryYear?.GetValueOrDefault(keyFigure) == year;
        var added = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(into)[first..];
        for (var i = 0; i < added.Length; i++)
        {
            added[i] = added[i] with { KeyFigureId = keyFigure, AreaId = area, Year = (short)year, IsPreliminary = isPreliminary };
        }
    }

    private void ReadValues(ref Utf8JsonReader reader, List<NationalValue> into)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.StartObject);
            Breakdown? gender = null;
            double? value = null;
            string? status = null;
            var (count, isDeleted) = (1, false);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.ValueTextEquals("value"u8))
                {
                    reader.Read();
                    value = Number(ref reader);
                }
                else if (reader.ValueTextEquals("gender"u8))
                {
                    reader.Read();
                    gender = GenderOf(ref reader);
                }
                else if (reader.ValueTextEquals("count"u8))
                {
                    reader.Read();
                    count = reader.TokenType == JsonTokenType.Null ? 1 : Whole(ref reader);
                }
                else if (reader.ValueTextEquals("status"u8))
                {
                    reader.Read();
                    status = Status(ref reader);
                }
                else if (reader.ValueTextEquals("isdeleted"u8) || reader.ValueTextEquals("is_deleted"u8))
                {
                    reader.Read();
                    isDeleted = Flag(ref reader);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            into.Add(
                new NationalValue(
                    0,
                    0,
                    0,
                    gender ?? throw new FormatException("a value without gender"),
                    isDeleted ? null : value,
                    status,
                    (short)Math.Clamp(count, 0, short.MaxValue),
                    false,
                    isDeleted
                )
            );
        }
    }

    private static int Code(ref Utf8JsonReader reader, CodeTable codes) =>
        reader.TokenType != JsonTokenType.String ? throw Wrong(ref reader)
        : reader.ValueIsEscaped ? codes.Find(System.Text.Encoding.UTF8.GetBytes(reader.GetString()!))
        : codes.Find(reader.ValueSpan);

    private static Breakdown GenderOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("T"u8) ? Breakdown.Total
        : reader.ValueTextEquals("K"u8) ? Breakdown.Women
        : reader.ValueTextEquals("M"u8) ? Breakdown.Men
        : throw Wrong(ref reader);

    private static double? Number(ref Utf8JsonReader reader)
    {
        double? number = reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.Null => null,
            JsonTokenType.String when string.IsNullOrWhiteSpace(reader.GetString()) => null,
            JsonTokenType.String => double.Parse(reader.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => throw Wrong(ref reader),
        };
        return number is { } n && !double.IsFinite(n) ? throw Wrong(ref reader) : number;
    }

    private static int Whole(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt32()
        : reader.TokenType == JsonTokenType.String ? int.Parse(reader.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture)
        : throw Wrong(ref reader);

    private static bool Flag(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            JsonTokenType.Number => reader.GetDouble() != 0,
            JsonTokenType.String => reader.GetString() is "1" or "true" or "True",
            _ => throw Wrong(ref reader),
        };

    /// <summary>The same text is the same object: there are few, of many millions of values.</summary>
    private string? Status(ref Utf8JsonReader reader)
    {
        const int longest = 200;
        if (reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty))
        {
            return null;
        }

        var text = reader.GetString()!;
        text = text.Length > longest ? text[..longest] : text;
        if (!_statuses.TryGetValue(text, out var known))
        {
            _statuses[text] = known = text.Replace("\0", "", StringComparison.Ordinal);
        }

        return known;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw Wrong(ref reader);
        }
    }

    private static FormatException Wrong(ref Utf8JsonReader reader) => new($"unexpected {reader.TokenType}");

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) =>
        json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;
}
