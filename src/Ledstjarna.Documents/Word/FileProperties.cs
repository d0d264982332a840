using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Ledstjarna.Documents.Word;

/// <summary>What the file says of itself. Written by hand: the library would give the part another name each time.</summary>
internal static class FileProperties
{
    private const string MediaType = "application/vnd.openxmlformats-package.core-properties+xml";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>In place of what a base says of itself: whoever saved that last has no part in this.</summary>
    public static void Write(WordprocessingDocument file, Document document)
    {
        if (file.CoreFilePropertiesPart is { } theirs)
        {
            file.DeletePart(theirs);
        }

        var sender = CleanText.Line(document.Sender);
        var day = Dates.Written(document.Date) + "T00:00:00Z";
        var subject = CleanText.Line(document.Subject);
        var properties = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Dublin + "title", CleanText.Line(document.Title)),
            subject.Length > 0 ? new XElement(Dublin + "subject", subject) : null,
            new XElement(Dublin + "creator", sender),
            new XElement(Core + "lastModifiedBy", sender),
            new XElement(Terms + "created", new XAttribute(Instance + "type", "dcterms:W3CDTF"), day),
            new XElement(Terms + "modified", new XAttribute(Instance + "type", "dcterms:W3CDTF"), day),
            new XElement(Dublin + "language", document.Language)
        );
        var part = file.AddNewPart<CoreFilePropertiesPart>(MediaType, "properties");
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream);
        properties.Save(xml);
    }
}
