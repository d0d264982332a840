using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ledstjarna.Storage.Model;

/// <summary>A one-value type ↔ its value, for any type with a constructor of the value and a property <c>Value</c>.</summary>
public sealed class OneValueConverter<T, TValue>() : ValueConverter<T, TValue>(Out(), In())
{
    private static Expression<Func<T, TValue>> Out()
    {
        var it = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, TValue>>(Expression.Property(it, "Value"), it);
    }

    private static Expression<Func<TValue, T>> In()
    {
        var it = Expression.Parameter(typeof(TValue));
        return Expression.Lambda<Func<TValue, T>>(Expression.New(typeof(T).GetConstructor([typeof(TValue)])!, it), it);
    }
}

/// <summary>A period as people write it: 2022, 2022T1.</summary>
public sealed class PeriodConverter() : ValueConverter<Period, string>(p => p.ToString(), s => Period.Parse(s, "period"));

/// <summary>A principle's rule as JSON.</summary>
public sealed class PrincipleConverter()
    : ValueConverter<Principle, string>(p => JsonSerializer.Serialize(p, Json), s => JsonSerializer.Deserialize<Principle>(s, Json)!)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PeriodJson() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed class PeriodJson : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Period.Parse(reader.GetString(), "from");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

/// <summary>A memo's sections as JSON.</summary>
public sealed class MemoSectionsConverter()
    : ValueConverter<IReadOnlyList<MemoSection>, string>(
        m => JsonSerializer.Serialize(m, Json),
        s => JsonSerializer.Deserialize<List<MemoSection>>(s, Json)!
    )
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>What a unit says in a follow-up as JSON.</summary>
public sealed class ReportConverter()
    : ValueConverter<Report, string>(r => JsonSerializer.Serialize(r, Json), s => JsonSerializer.Deserialize<Report>(s, Json)!)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>What a catalogue says of a key figure as JSON.</summary>
public sealed class KeyFigureFactsConverter()
    : ValueConverter<KeyFigureFacts, string>(
        f => JsonSerializer.Serialize(f, Json),
        s => JsonSerializer.Deserialize<KeyFigureFacts>(s, Json)!
    )
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

internal static class Conversions
{
    /// <summary>Every id type of the domain, found by its form: a record struct of one Guid called Value.</summary>
    public static void AddIds(ModelConfigurationBuilder model)
    {
        var ids = typeof(Domain.OrganisationId)
            .Assembly.GetTypes()
            .Where(t =>
                t.IsValueType && t.Name.EndsWith("Id", StringComparison.Ordinal) && t.GetProperty("Value")?.PropertyType == typeof(Guid)
            );
        var add = typeof(Conversions).GetMethod(nameof(AddId), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var id in ids)
        {
            add.MakeGenericMethod(id).Invoke(null, [model]);
        }
    }

    private static void AddId<T>(ModelConfigurationBuilder model)
        where T : struct => model.Properties<T>().HaveConversion<OneValueConverter<T, Guid>>();
}
