namespace Ledstjarna.Documents.Pdf;

/// <summary>Where the browser to print with is.</summary>
public static class ChromiumPath
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <param name="setting">A full path that goes before all else. Null or empty: looked for on PATH.</param>
    /// <returns>Null when there is none.</returns>
    public static string? Find(string? setting) => Find(setting, Environment.GetEnvironmentVariable("PATH"));

    internal static string? Find(string? setting, string? path)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return File.Exists(setting) ? setting : null;
        }

        var folders = (path ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .ToList();
        return Names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists);
    }
}
