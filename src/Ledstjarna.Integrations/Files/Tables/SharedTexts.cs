using System.Text;

namespace Ledstjarna.Integrations.Files;

/// <summary>The texts that a workbook's cells point to by number.</summary>
internal static class SharedTexts
{
    public static List<string> Read(PackedXml xml, TableLimits limits)
    {
        using var _ = xml;
        var texts = new List<string>();
        foreach (var element in xml.Children())
        {
            if (element == "si")
            {
                texts.Add(texts.Count < limits.Cells ? RichText(xml, limits) : throw new TableRefusedException(TableFault.TooManyCells));
            }
        }

        xml.Finish();
        return texts;
    }

    /// <summary>The text of the current element, in one piece or in differently formatted ones; how it is pronounced is left out.</summary>
    public static string RichText(PackedXml xml, TableLimits limits)
    {
        var (first, all, longest) = ("", (StringBuilder?)null, SheetText.LongestWritten(limits));
        foreach (var element in xml.Children())
        {
            if (element == "t")
            {
                Add(xml.Text(longest));
            }

            foreach (var child in element == "r" ? xml.Children() : [])
            {
                if (child == "t")
                {
                    Add(xml.Text(longest));
                }
            }
        }

        return SheetText.Decode(all?.ToString() ?? first);

        // Past the longest nothing is added: it is refused when a cell shows it, and must not fill the memory before that.
        void Add(string text)
        {
            if (first.Length == 0)
            {
                first = text;
            }
            else if ((all?.Length ?? first.Length) <= longest)
            {
                all = (all ?? new StringBuilder(first)).Append(text);
            }
        }
    }
}
