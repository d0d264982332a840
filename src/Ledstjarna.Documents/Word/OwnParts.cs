using System.Reflection;

namespace Ledstjarna.Documents.Word;

/// <summary>Parts of a Word file that are the same in every one, kept as they are written there.</summary>
internal static class OwnParts
{
    public static string Styles { get; } = Read("Styles.xml");

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
