using Microsoft.AspNetCore.Routing;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>One way to ask for something: a method and an address, of one of the server's endpoints.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">As mapped: "/{kommun}/mal/{nummer}".</param>
/// <param name="Path">With everything filled in.</param>
public sealed record Ask(string Method, string Pattern, string Path)
{
    public string Name => $"{Method} {Pattern}";
}

/// <summary>Asks for everything that a server answers, made of its own list: a new endpoint is among them by itself.</summary>
public static class EveryAddress
{
    /// <summary>Every endpoint inside organisations, with each of the values that its parameters can have.</summary>
    /// <param name="house">The server.</param>
    /// <param name="values">The values of a parameter, given those to its left.</param>
    public static IReadOnlyList<Ask> Within(House house, Func<string, IReadOnlyDictionary<string, string>, IEnumerable<string>> values) =>
        [.. Mapped(house).Where(e => IsWithin(e.Endpoint)).SelectMany(e => Filled(e.Endpoint, e.Method, values))];

    /// <summary>Every endpoint that belongs to no organisation, those without a parameter.</summary>
    public static IReadOnlyList<Ask> Outside(House house) =>
        [
            .. Mapped(house)
                .Where(e => e.Endpoint.RoutePattern.Parameters.Count == 0)
                .Select(e => new Ask(e.Method, Pattern(e.Endpoint), Pattern(e.Endpoint))),
        ];

    private static IEnumerable<(RouteEndpoint Endpoint, string Method)> Mapped(House house) =>
        house.Endpoints.SelectMany(e =>
            (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Where(m => m is "GET" or "POST")
                .Select(m => (Endpoint: e, Method: m))
        );

    private static bool IsWithin(RouteEndpoint endpoint) => endpoint.RoutePattern.Parameters.Any(p => p.Name == "kommun");

    private static string Pattern(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.Trim('/')}";

    private static IEnumerable<Ask> Filled(
        RouteEndpoint endpoint,
        string method,
        Func<string, IReadOnlyDictionary<string, string>, IEnumerable<string>> values
    )
    {
        IEnumerable<(string Path, Dictionary<string, string> Given)> all = [(Pattern(endpoint), new(StringComparer.Ordinal))];
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            all = all.SelectMany(a =>
                values(parameter.Name, a.Given)
                    .Select(v =>
                        (
                            System.Text.RegularExpressions.Regex.Replace(a.Path, $@"\{{{parameter.Name}[^}}]*\}}", Uri.EscapeDataString(v)),
                            new Dictionary<string, string>(a.Given, StringComparer.Ordinal) { [parameter.Name] = v }
                        )
                    )
            );
        }

        return all.Select(a => new Ask(method, Pattern(endpoint), a.Path));
    }
}
