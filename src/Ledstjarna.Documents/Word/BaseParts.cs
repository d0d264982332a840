using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ledstjarna.Documents.Word;

/// <summary>The parts of a template, looked through before anything opens it: what they are, and what they point to.</summary>
internal sealed class BaseParts
{
    private const string TypesName = "[Content_Types].xml";
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string MainOfTemplate = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

    /// <summary>Words in the type of a part or of what points to it, and what they give away.</summary>
    private static readonly (string Word, BaseFault Fault)[] Forbidden =
    [
        ("macroEnabled", BaseFault.Macros),
        ("vbaProject", BaseFault.Macros),
        ("vbaData", BaseFault.Macros),
        ("attachedTemplate", BaseFault.AttachedTemplate),
        ("oleObject", BaseFault.EmbeddedObject),
        ("activeX", BaseFault.EmbeddedObject),
        ("/control", BaseFault.EmbeddedObject),
        ("aFChunk", BaseFault.EmbeddedObject),
        ("subDocument", BaseFault.ExternalContent),
    ];

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<(string Name, byte[] Content)> All => _parts.Select(p => (p.Key, p.Value));

    public void Add(string name, byte[] content)
    {
        // Of two parts with one name, programs would disagree on which to show.
        if (!_parts.TryAdd(name.Replace('\\', '/').TrimStart('/'), content))
        {
            throw new BaseRefusedException(BaseFault.Damaged, name);
        }
    }

    /// <summary>Refuses what must not be let in. A template's type becomes a document's.</summary>
    public void Check(int mostXml)
    {
        if (!_parts.TryGetValue(TypesName, out var typesContent))
        {
            throw new BaseRefusedException(BaseFault.NotWord);
        }

        var types = Load(TypesName, typesContent, mostXml);
        CheckTypes(types);
        var xml = XmlExtensions(types);
        foreach (var (name, content) in _parts.ToList())
        {
            if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                CheckLinks(name, Load(name, content, mostXml));
            }
            else if (xml.Contains(Path.GetExtension(name)) || IsXml(types, name))
            {
                BaseXml.Check(name, content, mostXml);
            }
        }

        _parts[TypesName] = Encoding.UTF8.GetBytes(types.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Load(string name, byte[] content, int mostXml)
    {
        BaseXml.Check(name, content, mostXml);
        using var reader = XmlReader.Create(new MemoryStream(content, writable: false), BaseXml.Settings);
        return XElement.Load(reader);
    }

    private static void CheckTypes(XElement types)
    {
        var isWord = false;
        foreach (var type in types.Elements().Attributes("ContentType"))
        {
            Refuse(type.Value, type.Value);
            isWord |= type.Value is Main or MainOfTemplate;
            if (type.Value == MainOfTemplate)
            {
                type.Value = Main;
            }
        }

        if (!isWord)
        {
            throw new BaseRefusedException(BaseFault.NotWord);
        }
    }

    private static void CheckLinks(string name, XElement links)
    {
        foreach (var link in links.Elements())
        {
            var (type, target) = (link.Attribute("Type")?.Value ?? "", link.Attribute("Target")?.Value);
            Refuse(type, $"{name}: {target}");
            if (type.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal))
            {
                throw new BaseRefusedException(BaseFault.Strict);
            }

            // A link leads nowhere until someone follows it; those of headers and footers are looked at where they are kept.
            if (link.Attribute("TargetMode")?.Value == "External" && !type.EndsWith("/hyperlink", StringComparison.Ordinal))
            {
                throw new BaseRefusedException(BaseFault.ExternalContent, $"{name}: {target}");
            }
        }
    }

    private static void Refuse(string type, string detail)
    {
        foreach (var (word, fault) in Forbidden)
        {
            if (type.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                throw new BaseRefusedException(fault, detail);
            }
        }
    }

    private static HashSet<string> XmlExtensions(XElement types) =>
        types
            .Elements()
            .Where(t => t.Attribute("Extension") is not null && IsXml(t))
            .Select(t => "." + t.Attribute("Extension")!.Value)
            .Append(".xml")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool IsXml(XElement types, string name) =>
        types
            .Elements()
            .Any(t => string.Equals(t.Attribute("PartName")?.Value, "/" + name, StringComparison.OrdinalIgnoreCase) && IsXml(t));

    private static bool IsXml(XElement type) =>
        type.Attribute("ContentType")?.Value.Contains("xml", StringComparison.OrdinalIgnoreCase) == true;
}
