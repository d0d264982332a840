using Microsoft.AspNetCore.StaticAssets;

namespace Ledstjarna.App.Doors.Web;

/// <summary>"app.css" → the fingerprinted name that may be kept for ever.</summary>
public sealed class AssetUrls(EndpointDataSource endpoints)
{
    private readonly Lazy<Dictionary<string, string>> _byName = new(() =>
        endpoints
            .Endpoints.Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Select(d => (d.Route, Label: d.Properties.FirstOrDefault(p => p.Name == "label")?.Value))
            .Where(a => a.Label is not null)
            .DistinctBy(a => a.Label)
            .ToDictionary(a => a.Label!, a => a.Route, StringComparer.Ordinal)
    );

    public string this[string name] => "/" + _byName.Value.GetValueOrDefault(name, name);
}
