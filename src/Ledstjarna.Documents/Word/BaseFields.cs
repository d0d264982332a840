using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>
/// The fields of a header or footer. Some fetch files or start programs with nothing but their words (INCLUDEPICTURE, DDEAUTO), and one may be put
/// together by others: so only those that are known to count or repeat are let in, and only where their name is written out.
/// </summary>
internal static class BaseFields
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "AUTHOR",
        "COMMENTS",
        "COMPANY",
        "CREATEDATE",
        "DATE",
        "DOCPROPERTY",
        "FILENAME",
        "HYPERLINK",
        "IF",
        "KEYWORDS",
        "LASTSAVEDBY",
        "NUMPAGES",
        "PAGE",
        "PRINTDATE",
        "SAVEDATE",
        "SECTION",
        "SECTIONPAGES",
        "STYLEREF",
        "SUBJECT",
        "SYMBOL",
        "TIME",
        "TITLE",
        "=",
    };

    public static void Check(OpenXmlElement edge)
    {
        var open = new Stack<string?>(); // a field's words so far; null once its name is known to be good
        foreach (var element in edge.Descendants())
        {
            switch (element)
            {
                case W.SimpleField simple:
                    CheckName(simple.Instruction?.Value ?? "");
                    break;
                case W.FieldChar { FieldCharType.Value: W.FieldCharValues.Begin }:
                    CheckOuter(open);
                    open.Push("");
                    break;
                case W.FieldCode code when open.Count > 0:
                    open.Push(open.Pop() is { } words ? words + code.Text : null);
                    break;
                case W.FieldChar { FieldCharType.Value: W.FieldCharValues.Separate }:
                    CheckOuter(open);
                    break;
                case W.FieldChar { FieldCharType.Value: W.FieldCharValues.End }:
                    CheckOuter(open);
                    open.TryPop(out _);
                    break;
                case W.FieldCode code:
                    CheckName(code.Text);
                    break;
            }
        }

        CheckOuter(open);
    }

    /// <summary>Before anything within a field, or its end, its own name must stand there whole.</summary>
    private static void CheckOuter(Stack<string?> open)
    {
        if (open.TryPop(out var words))
        {
            if (words is not null)
            {
                CheckName(words);
            }

            open.Push(null);
        }
    }

    private static void CheckName(string words)
    {
        var trimmed = words.TrimStart();
        var name = trimmed.StartsWith('=') ? "=" : trimmed.Split((char[]?)null, 2)[0];
        if (!Allowed.Contains(name))
        {
            throw new BaseRefusedException(BaseFault.Field, name);
        }
    }
}
