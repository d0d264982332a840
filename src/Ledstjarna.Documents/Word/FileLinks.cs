using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace Ledstjarna.Documents.Word;

/// <summary>What the text points to outside itself: addresses and pictures, under names that are the same each time.</summary>
internal sealed class FileLinks(MainDocumentPart main)
{
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private int _pictures;

    /// <summary>The name under which the file keeps an address.</summary>
    public string To(Uri address)
    {
        var whole = address.AbsoluteUri;
        if (!_addresses.TryGetValue(whole, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"address{_addresses.Count + 1}");
            main.AddHyperlinkRelationship(new Uri(whole), isExternal: true, id);
            _addresses.Add(whole, id);
        }

        return id;
    }

    /// <summary>Puts a picture in the file.</summary>
    public (string Id, uint Number) Add(Figure figure)
    {
        var number = ++_pictures;
        var id = string.Create(CultureInfo.InvariantCulture, $"picture{number}");
        using var content = new MemoryStream(figure.Png.ToArray(), writable: false);
        main.AddImagePart(ImagePartType.Png, id).FeedData(content);
        return (id, (uint)number);
    }
}
