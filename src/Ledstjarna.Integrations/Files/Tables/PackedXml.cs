using System.Text;
using System.Xml;

namespace Ledstjarna.Integrations.Files;

/// <summary>
/// A packed XML file, read forwards once. No DTD, nothing fetched, and bounds on all that a reader would otherwise gather in memory: depth,
/// names, the length of one thing.
/// </summary>
internal sealed class PackedXml : IDisposable
{
    private const int Deepest = 64;

    private readonly UnpackedStream _stream;
    private readonly XmlReader _reader;
    private readonly string _namespace;

    /// <summary>Stands at the root element, whose namespace is that of all elements that are told of.</summary>
    public PackedXml(UnpackedStream stream)
    {
        _stream = stream;
        _reader = XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                NameTable = new BoundedNames(),
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );
        while (_reader.NodeType != XmlNodeType.Element)
        {
            Next();
        }

        _namespace = _reader.NamespaceURI;
    }

    /// <summary>Of the current element.</summary>
    public string Name => _reader.LocalName;

    /// <summary>An attribute of the current element. It must be asked for before the element's children.</summary>
    public string? this[string attribute] => _reader.GetAttribute(attribute);

    /// <summary>The attribute by which the current element points to another packed file.</summary>
    public string? LinkId =>
        _reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? _reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /// <summary>Stops at each child element of the current one and gives its name. What is not read of a child is passed over.</summary>
    public IEnumerable<string> Children()
    {
        var depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            yield break;
        }

        while (Next() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.Depth == depth + 1 && _reader.NamespaceURI == _namespace)
            {
                yield return _reader.LocalName;
            }
        }
    }

    /// <summary>The text directly within the current element; a little more than <paramref name="longest"/> characters tell that it was longer.</summary>
    public string Text(long longest)
    {
        var depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            return "";
        }

        var (first, all) = ("", (StringBuilder?)null);
        while (Next() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.Depth != depth + 1 || !_reader.HasValue || (all?.Length ?? first.Length) > longest)
            {
                continue;
            }

            if (first.Length == 0)
            {
                first = _reader.Value;
            }
            else
            {
                all = (all ?? new StringBuilder(first)).Append(_reader.Value);
            }
        }

        return all?.ToString() ?? first;
    }

    /// <summary>Reads to the end, so that all of the file has been seen to be whole.</summary>
    public void Finish()
    {
        while (Next()) { }
    }

    public void Dispose() => _reader.Dispose();

    public static bool IsTrue(string? attribute) => attribute is "1" or "true";

    /// <summary>Whether the cause is a DTD. The exception does not tell but by its message, which is not translated.</summary>
    public static bool IsDtd(XmlException e) => e.Message.Contains("DTD", StringComparison.Ordinal);

    private bool Next()
    {
        var more = _reader.Read();
        _stream.ThingRead();
        return _reader.Depth <= Deepest ? more : throw new TableRefusedException(TableFault.Damaged);
    }

    /// <summary>A workbook has a few hundred names of elements and attributes. A reader keeps each as long as it lives.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 10_000;
        private int _count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string added) => ++_count <= Most ? added : throw new TableRefusedException(TableFault.Damaged);
    }
}
