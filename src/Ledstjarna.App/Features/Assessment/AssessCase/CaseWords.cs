using System.Collections.Frozen;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Assessment;

/// <summary>The words of a case file, one list per kind of word. Enum names are written with a small first letter; the exceptions stand here.</summary>
internal static class CaseWords
{
    public static readonly FrozenDictionary<string, Status> Statuses = Of<Status>();
    public static readonly FrozenDictionary<string, Lens> Lenses = Of<Lens>();
    public static readonly FrozenDictionary<string, Combine> Combines = Of<Combine>();
    public static readonly FrozenDictionary<string, Direction> Directions = Of<Direction>();
    public static readonly FrozenDictionary<string, TrendReference> References = Of<TrendReference>();
    public static readonly FrozenDictionary<string, RollUpMethod> Methods = Of<RollUpMethod>();
    public static readonly FrozenDictionary<string, ActivityState> States = Of<ActivityState>();
    public static readonly FrozenDictionary<string, Layer> Layers = Of<Layer>();
    public static readonly FrozenDictionary<string, bool> Bases = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["value"] = false,
        ["mean"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those that can be stated of a period.</summary>
    public static readonly FrozenDictionary<string, MissingReason> Stated = Of<MissingReason>()
        .Where(w => w.Value <= MissingReason.Withdrawn)
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.Of[value];

    private static FrozenDictionary<string, T> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => string.Concat(char.ToLowerInvariant(v.ToString()[0]).ToString(), v.ToString().AsSpan(1)));
    }
}
