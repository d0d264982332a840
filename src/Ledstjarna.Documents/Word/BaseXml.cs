using System.Xml;

namespace Ledstjarna.Documents.Word;

/// <summary>Goes through XML before it is taken into memory: what is nested without end would end the process.</summary>
internal static class BaseXml
{
    private const int Deepest = 200;

    public static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static void Check(string name, byte[] content, int most)
    {
        if (content.Length > most)
        {
            throw new BaseRefusedException(BaseFault.TooLargeUnpacked, name);
        }

        using var reader = XmlReader.Create(
            new MemoryStream(content, writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                XmlResolver = null,
                MaxCharactersFromEntities = 1,
            }
        );
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.DocumentType)
            {
                throw new BaseRefusedException(BaseFault.HasDtd, name);
            }

            if (reader.Depth > Deepest)
            {
                throw new BaseRefusedException(BaseFault.Damaged, name);
            }

            if (reader.NodeType == XmlNodeType.Element && FetchesItself(reader))
            {
                throw new BaseRefusedException(BaseFault.ExternalContent, name);
            }
        }
    }

    /// <summary>An old drawing's picture or fill may say itself where it is to be fetched, past what points out of the file.</summary>
    private static bool FetchesItself(XmlReader reader) =>
        reader.NamespaceURI == "urn:schemas-microsoft-com:vml"
        && reader.LocalName is "imagedata" or "fill" or "stroke"
        && (IsElsewhere(reader.GetAttribute("src")) || IsElsewhere(reader.GetAttribute("href", "urn:schemas-microsoft-com:office:office")));

    private static bool IsElsewhere(string? address) =>
        address is not null && (address.Contains(':', StringComparison.Ordinal) || address.StartsWith("\\\\", StringComparison.Ordinal));
}
