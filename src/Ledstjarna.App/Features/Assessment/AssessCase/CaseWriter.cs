using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Assessment;

/// <summary>A result → the JSON of case files. Shares and scores are always written with a decimal, as numbers that are not counts.</summary>
internal static class CaseWriter
{
    public static void Write(AssessmentResult result, IBufferWriter<byte> output, bool indented)
    {
        using var json = Writer(output, indented);
        json.WriteStartObject();
        json.WriteStartArray("nodes"u8);
        foreach (var node in result.Nodes)
        {
            Node(json, node);
        }

        json.WriteEndArray();
        json.WriteStartArray("indicators"u8);
        foreach (var indicator in result.Indicators)
        {
            Indicator(json, indicator);
        }

        json.WriteEndArray();
        json.WriteStartArray("activities"u8);
        foreach (var activity in result.Activities)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, activity.Activity.Id);
            Layered(json, activity.Layers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteError(string message, IBufferWriter<byte> output)
    {
        using var json = Writer(output, indented: false);
        json.WriteStartObject();
        json.WriteString("error"u8, message);
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Writer(IBufferWriter<byte> output, bool indented) =>
        new(
            output,
            new JsonWriterOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Indented = indented,
                SkipValidation = true,
            }
        );

    private static void Node(Utf8JsonWriter json, NodeRating node)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, node.Node.Id);
        Layered(json, node.Layers);
        Ratio(json, "score"u8, node.Score);
        Ratio(json, "coverage"u8, node.Coverage);
        Ratio(json, "carried"u8, node.Carried);
        Ratio(json, "low"u8, node.Low);
        Ratio(json, "high"u8, node.High);
        json.WriteStartArray("possible"u8);
        foreach (var status in node.Possible)
        {
            json.WriteStringValue(CaseWords.Of(status));
        }

        json.WriteEndArray();
        json.WriteBoolean("robust"u8, node.IsRobust);
        json.WriteBoolean("near"u8, node.Near);
        json.WriteEndObject();
    }

    private static void Indicator(Utf8JsonWriter json, IndicatorRating rating)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, rating.Id);
        Layered(json, rating.Layers);
        Ratio(json, "score"u8, rating.Score);
        Word(json, "source"u8, (ValueSource?)rating.Source);
        if (rating is { Period: { } period, Age: { } age, Value: { } value })
        {
            json.WriteString("period"u8, period.ToString());
            json.WriteNumber("age"u8, age);
            json.WriteNumber("value"u8, value);
        }
        else
        {
            json.WriteNull("period"u8);
            json.WriteNull("age"u8);
            json.WriteNull("value"u8);
        }

        Word(json, "lens"u8, rating.Lens);
        Word(json, "missing"u8, rating.Missing);
        if (rating.Evidence is { } evidence)
        {
            json.WriteStartObject("evidence"u8);
            Word(json, "target"u8, evidence.Of(Lens.Target));
            Word(json, "trend"u8, evidence.Of(Lens.Trend));
            Word(json, "comparison"u8, evidence.Of(Lens.Comparison));
            Word(json, "pace"u8, evidence.Of(Lens.Pace));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("evidence"u8);
        }

        json.WriteEndObject();
    }

    private static void Layered(Utf8JsonWriter json, Layers layers)
    {
        Word(json, "computed"u8, (Status?)layers.Computed);
        Word(json, "expert"u8, layers.Expert?.Status);
        Word(json, "decided"u8, layers.Decided?.Status);
        Word(json, "effective"u8, (Status?)layers.Effective);
    }

    private static void Word<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is { } word)
        {
            json.WriteString(name, CaseWords.Of(word));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Ratio(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case 0:
                json.WriteRawValue("0.0"u8, skipInputValidation: true);
                break;
            case 1:
                json.WriteRawValue("1.0"u8, skipInputValidation: true);
                break;
            default:
                json.WriteNumberValue(value.Value);
                break;
        }
    }
}
