using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>How much room there is for text on a page, in twentieths of a point.</summary>
internal readonly record struct TextArea(int Width, int Height)
{
    /// <summary>Bounds on what a section may say; Word has no larger page.</summary>
    private const int Least = 2000;
    private const int Most = 31_680;

    /// <summary>A4 with 25 millimetres around.</summary>
    public static W.SectionProperties NewPage() =>
        new(
            new W.PageSize { Width = 11906, Height = 16838 },
            new W.PageMargin
            {
                Top = 1701,
                Bottom = 1418,
                Left = 1418,
                Right = 1418,
                Header = 709,
                Footer = 709,
                Gutter = 0,
            }
        );

    /// <summary>A page of what size a section says, or of A4 where it says nothing.</summary>
    public static TextArea Of(W.SectionProperties section)
    {
        var (size, margin) = (section.GetFirstChild<W.PageSize>(), section.GetFirstChild<W.PageMargin>());
        var (width, height) = ((int)(size?.Width?.Value ?? 11906), (int)(size?.Height?.Value ?? 16838));
        var sides = (int)((margin?.Left?.Value ?? 1418) + (margin?.Right?.Value ?? 1418) + (margin?.Gutter?.Value ?? 0));
        var ends = Math.Abs(margin?.Top?.Value ?? 1701) + Math.Abs(margin?.Bottom?.Value ?? 1418);
        return new(Math.Clamp(width - sides, Least, Most), Math.Clamp(height - ends, Least, Most));
    }
}
