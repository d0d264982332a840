namespace Ledstjarna.App.Doors.Web;

/// <summary>What a browser says of a file it sends; none of it is to be trusted.</summary>
public static class SentFile
{
    private const int LongestName = 120;

    /// <summary>The file's name without folders and control characters, its ending kept when it is cut.</summary>
    public static string Name(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(c => !char.IsControl(c)));
        return name.Length > LongestName ? name[^LongestName..] : name;
    }
}
