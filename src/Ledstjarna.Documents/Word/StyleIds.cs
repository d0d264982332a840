using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>
/// What a file calls the styles we use. A Swedish Word keeps <c>heading 1</c> under the id <c>Rubrik1</c>: it is by its name that a style is
/// known, and by its id that it is used.
/// </summary>
internal sealed class StyleIds
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private StyleIds() { }

    /// <summary>The file's id for a style that we call so.</summary>
    public string this[string own] => _ids[own];

    /// <summary>Adds to the file the styles it lacks. Those it has are left as they are.</summary>
    public static StyleIds Ensure(MainDocumentPart main, string language)
    {
        var own = new W.Styles(OwnParts.Styles[OwnParts.Styles.IndexOf("<w:styles", StringComparison.Ordinal)..]);
        if (main.StyleDefinitionsPart is not { Styles: { } styles })
        {
            var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("styles");
            styles = part.Styles = (W.Styles)own.CloneNode(deep: true);
        }

        var ids = new StyleIds();
        ids.Add(styles, own);
        SetLanguage(styles, language);
        return ids;
    }

    private void Add(W.Styles styles, W.Styles own)
    {
        var byName = new Dictionary<(W.StyleValues, string), string>();
        foreach (var style in styles.Elements<W.Style>())
        {
            byName.TryAdd(NameOf(style), style.StyleId?.Value ?? "");
        }

        var taken = styles.Elements<W.Style>().Select(s => s.StyleId?.Value ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = new List<W.Style>();
        foreach (var style in own.Elements<W.Style>())
        {
            var ownId = style.StyleId!.Value!;
            if (byName.TryGetValue(NameOf(style), out var theirs) && theirs.Length > 0)
            {
                _ids[ownId] = theirs;
                continue;
            }

            var copy = (W.Style)style.CloneNode(deep: true);
            copy.Default = null; // the file has its own, whatever it calls it
            copy.StyleId = _ids[ownId] = Free(ownId, taken);
            added.Add(copy);
        }

        foreach (var style in added)
        {
            Translate(style.BasedOn);
            Translate(style.NextParagraphStyle);
            styles.AppendChild(style);
        }
    }

    private void Translate(W.String253Type? reference)
    {
        if (reference?.Val?.Value is { } own)
        {
            reference.Val = _ids[own];
        }
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var id = wanted;
        for (var number = 2; !taken.Add(id); number++)
        {
            id = $"{wanted}{number}";
        }

        return id;
    }

    /// <summary>Names of built-in styles are written with and without capitals.</summary>
    private static (W.StyleValues, string) NameOf(W.Style style) =>
        (style.Type?.Value ?? W.StyleValues.Paragraph, (style.StyleName?.Val?.Value ?? "").ToUpperInvariant());

    /// <summary>Whatever the file was written in before, what stands in it now is in this language.</summary>
    private static void SetLanguage(W.Styles styles, string language)
    {
        styles.DocDefaults ??= new W.DocDefaults();
        styles.DocDefaults.RunPropertiesDefault ??= new W.RunPropertiesDefault();
        var defaults = styles.DocDefaults.RunPropertiesDefault.RunPropertiesBaseStyle ??= new W.RunPropertiesBaseStyle();
        (defaults.Languages ??= new W.Languages()).Val = language;
        foreach (var style in styles.Elements<W.Style>())
        {
            if (style is { Type.Value: W.StyleValues.Paragraph, StyleRunProperties.Languages: { } own })
            {
                own.Val = language;
            }
        }
    }
}
