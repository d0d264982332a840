using Ledstjarna.Storage;

namespace Ledstjarna.App.Doors;

/// <summary>The settings every door reads, from the environment and the command line. <c>docs/drift.md</c> lists them.</summary>
internal static class Settings
{
    public static IConfiguration Read(string[] arguments) =>
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(arguments).Build();

    public static DatabaseSettings Database(IConfiguration configuration) =>
        new()
        {
            Folder = configuration["Ledstjarna:Data"] is { Length: > 0 } folder ? folder : "data",
            Server = NotBlank(configuration.GetConnectionString("Ledstjarna")),
            ServerOwner = NotBlank(configuration.GetConnectionString("LedstjarnaOwner")),
        };

    /// <summary>The folder, outside the database, of the anchors that show whether the change log has been cut off.</summary>
    public static string Anchors(IConfiguration configuration) =>
        NotBlank(configuration["Ledstjarna:Anchors"]) ?? Path.Combine(NotBlank(configuration["Ledstjarna:Data"]) ?? "data", "ankare");

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
