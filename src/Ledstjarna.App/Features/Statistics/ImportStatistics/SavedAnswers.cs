using Ledstjarna.Integrations.Http;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>A source's answers as files in a folder.</summary>
internal static class SavedAnswers
{
    private const long LargestFile = 1 << 28;

    /// <summary>Those ending in .json, by name. Folders within it are let be.</summary>
    /// <exception cref="SourceException">There is no such folder, or nothing in it.</exception>
    public static IReadOnlyList<FileInfo> In(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder)
                .EnumerateFiles("*.json", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .ToList();
            return files.Count > 0 ? files : throw new SourceException(SourceFault.Unreachable, folder, "no .json");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SourceException(SourceFault.Unreachable, folder, e.Message, e);
        }
    }

    public static byte[] Read(FileInfo file)
    {
        try
        {
            return file.Length <= LargestFile
                ? File.ReadAllBytes(file.FullName)
                : throw new SourceException(SourceFault.TooLarge, file.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(SourceFault.Unreachable, file.Name, e.Message, e);
        }
    }

    /// <summary>Whether an answer is a list of values: they alone have periods.</summary>
    public static bool HasValues(ReadOnlySpan<byte> body) => body[..Math.Min(body.Length, 64 << 10)].IndexOf("\"period\""u8) >= 0;
}
