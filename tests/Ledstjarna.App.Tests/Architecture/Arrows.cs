using System.Xml.Linq;

namespace Ledstjarna.App.Tests.Architecture;

/// <summary>The rules themselves, as functions from what is seen to what is wrong: so each can be shown a wrong thing.</summary>
internal static class Arrows
{
    /// <summary>Room → the rooms it may know. A room that is not here is wrong too.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Ledstjarna.Domain"] = [],
        ["Ledstjarna.Storage"] = ["Ledstjarna.Domain"],
        ["Ledstjarna.Integrations"] = ["Ledstjarna.Domain"],
        ["Ledstjarna.Documents"] = [],
        ["Ledstjarna.App"] = ["Ledstjarna.Domain", "Ledstjarna.Storage", "Ledstjarna.Integrations", "Ledstjarna.Documents"],
    };

    /// <summary>Names for rooms that are about nothing in particular.</summary>
    private static readonly string[] Nothing = ["Core", "Common", "Shared", "Helpers", "Helper", "Utils", "Util", "Misc"];

    public static IEnumerable<string> WrongProjectReferences(string room, XDocument project) =>
        !Allowed.TryGetValue(room, out var allowed)
            ? [$"{room} is no room"]
            : References(project, "ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))
                .Except(allowed)
                .Select(to => $"{room} → {to}");

    public static IEnumerable<string> WrongPackages(string room, XDocument project) =>
        room == "Ledstjarna.Domain" ? References(project, "PackageReference").Select(p => $"{room} → {p}") : [];

    /// <summary>A feature knows of another feature only its Links.</summary>
    public static IEnumerable<string> WrongBetweenFeatures(ILookup<string, string> uses, string features) =>
        from user in uses
        let mine = FeatureOf(user.Key, features)
        where mine is not null
        from used in user
        let theirs = FeatureOf(used, features)
        where theirs is not null && theirs != mine && !used.EndsWith("Links", StringComparison.Ordinal)
        select $"{user.Key} → {used}";

    /// <summary>A handler knows nothing of the door that called it.</summary>
    public static IEnumerable<string> WrongHandlers(ILookup<string, string> uses) =>
        from user in uses
        where user.Key.EndsWith("Handler", StringComparison.Ordinal)
        from used in user
        where
            used.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
            || used.StartsWith("System.CommandLine.", StringComparison.Ordinal)
        select $"{user.Key} → {used}";

    /// <summary>The domain has no clock, reads no files, and knows no database.</summary>
    public static IEnumerable<string> WrongInDomain(ILookup<string, string> uses) =>
        from user in uses
        from used in user
        where
            used.StartsWith("System.IO.", StringComparison.Ordinal)
            || used.StartsWith("System.Net.", StringComparison.Ordinal)
            || used.StartsWith("System.Data.", StringComparison.Ordinal)
            || used is "System.TimeProvider" or "System.DateTimeOffset" or "System.Diagnostics.Stopwatch"
        select $"{user.Key} → {used}";

    /// <summary>Every word of a namespace says what the room is about.</summary>
    public static IEnumerable<string> NamesOfNothing(IEnumerable<string> types) =>
        types.Where(t => t.Split('.').SkipLast(1).Intersect(Nothing).Any());

    private static IEnumerable<string> References(XDocument project, string kind) =>
        project.Descendants(kind).Select(r => r.Attribute("Include")?.Value).OfType<string>();

    private static string? FeatureOf(string type, string features) =>
        type.StartsWith(features + ".", StringComparison.Ordinal) && type[(features.Length + 1)..].Split('.') is { Length: > 1 } parts
            ? parts[0]
            : null;
}
