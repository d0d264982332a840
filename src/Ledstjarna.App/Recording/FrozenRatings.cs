using System.Text.Json;
using System.Text.Json.Serialization;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Recording;

/// <summary>Every status of a situation as data: computed, experts' and decided, on every axis. What is frozen can be held against it.</summary>
public static class FrozenRatings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(Situation situation) => JsonSerializer.Serialize(Rows(situation), Json);

    private static IEnumerable<object> Rows(Situation situation) =>
        from axis in Enum.GetValues<Axis>()
        let result = situation.On(axis)
        where result is not null
        from row in result
            .Nodes.Select(n => (n.Node.Id, n.Layers))
            .Concat(result.Indicators.Select(i => (i.Id, i.Layers)))
            .Concat(result.Activities.Select(a => (a.Activity.Id, a.Layers)))
        select new
        {
            axis,
            of = row.Id,
            computed = row.Layers.Computed,
            expert = row.Layers.Expert?.Status,
            decided = row.Layers.Decided?.Status,
            effective = row.Layers.Effective,
        };
}
