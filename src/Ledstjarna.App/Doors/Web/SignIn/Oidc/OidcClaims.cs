using System.Text.Json;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Reads what a provider says about a person.</summary>
internal static class OidcClaims
{
    /// <summary>A text, or null when it is missing, empty or something else.</summary>
    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>
    /// One text or a list of them; empty when there is none. Dots lead into nested objects, but a name that itself has dots
    /// ("https://kommun.example/roles") is found too.
    /// </summary>
    public static IReadOnlyList<string> Texts(JsonElement json, string path) =>
        Find(json, path) switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray().Where(IsText).Select(v => v.GetString()!)],
            _ => [],
        };

    /// <summary>The address, unless the provider says that it has not verified it.</summary>
    public static string? Email(JsonElement json) =>
        json.TryGetProperty("email_verified", out var verified)
        && (verified.ValueKind == JsonValueKind.False || (IsText(verified) && verified.ValueEquals("false")))
            ? null
            : Text(json, "email");

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static JsonElement? Find(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (json.TryGetProperty(path, out var found))
        {
            return found;
        }

        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            if (json.TryGetProperty(path[..dot], out var inner) && Find(inner, path[(dot + 1)..]) is { } deeper)
            {
                return deeper;
            }
        }

        return null;
    }
}
