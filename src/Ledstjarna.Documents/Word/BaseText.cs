using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>
/// Empties a template of what was written in it, and of all that only that needed: pictures, comments, who had it open. What is kept is named;
/// whatever else a template may hold goes.
/// </summary>
internal static class BaseText
{
    public static MainDocumentPart Clear(WordprocessingDocument file)
    {
        var main = file.MainDocumentPart;
        if (main?.Document?.Body is not { } body)
        {
            throw new BaseRefusedException(BaseFault.Damaged, "no text");
        }

        var section = LastSection(body);
        body.RemoveAllChildren();
        body.AppendChild(section);
        main.Document!.DocumentBackground = null;
        DeleteParts(file, main, section);
        foreach (var part in main.HeaderParts.Select(p => (OpenXmlPart)p).Concat(main.FooterParts))
        {
            CheckEdge(part);
        }

        if (main.DocumentSettingsPart?.Settings is { } settings)
        {
            settings.RemoveAllChildren<W.FootnoteDocumentWideProperties>();
            settings.RemoveAllChildren<W.EndnoteDocumentWideProperties>();
            settings.RemoveAllChildren<W.MailMerge>();
            settings.RemoveAllChildren<W.DocumentProtection>();
        }

        return main;
    }

    /// <summary>The page of the last section, with the headers and footers that it shows because those before it have them.</summary>
    private static W.SectionProperties LastSection(W.Body body)
    {
        var sections = body.Descendants<W.SectionProperties>().ToList();
        var last = body.Elements<W.SectionProperties>().LastOrDefault() ?? TextArea.NewPage();
        last.Remove();
        last.RemoveAllChildren<W.SectionPropertiesChange>();
        last.RemoveAllChildren<W.SectionType>();
        foreach (var earlier in sections.Where(s => s != last).Reverse())
        {
            foreach (var edge in earlier.Elements<W.HeaderFooterReferenceType>())
            {
                var isThere = last.Elements<W.HeaderFooterReferenceType>()
                    .Any(e => e.GetType() == edge.GetType() && e.Type?.Value == edge.Type?.Value);
                if (!isThere)
                {
                    last.PrependChild(edge.CloneNode(deep: true));
                }
            }
        }

        return last;
    }

    private static void DeleteParts(WordprocessingDocument file, MainDocumentPart main, W.SectionProperties section)
    {
        foreach (var part in file.Parts.Select(p => p.OpenXmlPart).ToList())
        {
            if (part is not (MainDocumentPart or CustomFilePropertiesPart))
            {
                file.DeletePart(part);
            }
        }

        var edges = section.Elements<W.HeaderFooterReferenceType>().Select(e => e.Id?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, part) in main.Parts.Select(p => (p.RelationshipId, p.OpenXmlPart)).ToList())
        {
            var isKept =
                part is StyleDefinitionsPart or NumberingDefinitionsPart or DocumentSettingsPart or ThemePart or FontTablePart
                || (part is HeaderPart or FooterPart && edges.Contains(id));
            if (!isKept)
            {
                main.DeletePart(id);
            }
        }

        foreach (var link in main.HyperlinkRelationships.ToList())
        {
            main.DeleteReferenceRelationship(link);
        }

        if (main.DocumentSettingsPart is { } settings)
        {
            settings.DeleteParts(settings.Parts.Select(p => p.OpenXmlPart).ToList());
        }
    }

    private static void CheckEdge(OpenXmlPart edge)
    {
        if (edge.Parts.FirstOrDefault(p => p.OpenXmlPart is not ImagePart)?.OpenXmlPart is { } other)
        {
            throw new BaseRefusedException(BaseFault.EmbeddedObject, other.ContentType);
        }

        if (edge.HyperlinkRelationships.FirstOrDefault(l => l.IsExternal && !Run.MayLeadTo(l.Uri)) is { } link)
        {
            throw new BaseRefusedException(BaseFault.ExternalContent, link.Uri.OriginalString);
        }

        BaseFields.Check(edge.RootElement ?? throw new BaseRefusedException(BaseFault.Damaged, edge.Uri.OriginalString));
    }
}
