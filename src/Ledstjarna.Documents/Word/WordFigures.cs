using System.Globalization;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>Pictures that stand in the text as if they were a large character, each with its words.</summary>
internal sealed class WordFigures(StyleIds styles, FileLinks links, TextArea area)
{
    /// <summary>Word's measure of pictures: per inch, and per twentieth of a point.</summary>
    private const long Inch = 914_400;
    private const long Twentieth = 635;

    public IEnumerable<OpenXmlElement> Of(Figure figure)
    {
        var caption = CleanText.Line(figure.Caption);
        var properties = new W.ParagraphProperties();
        if (caption.Length > 0)
        {
            properties.AppendChild(new W.KeepNext());
        }

        yield return new W.Paragraph(properties, new W.Run(new W.Drawing(Inline(figure))));
        if (caption.Length > 0)
        {
            var style = new W.ParagraphProperties(
                new W.ParagraphStyleId { Val = styles["Caption"] },
                new W.SpacingBetweenLines { Before = "0", After = "240" }
            );
            yield return new W.Paragraph(style, WordRuns.Text(caption));
        }
    }

    private WP.Inline Inline(Figure figure)
    {
        var (id, number) = links.Add(figure);
        var name = string.Create(CultureInfo.InvariantCulture, $"Figur {number}");
        var words = CleanText.Line(figure.AlternativeText);
        var (width, height) = Size(figure);
        return new WP.Inline(
            new WP.Extent { Cx = width, Cy = height },
            new WP.DocProperties
            {
                Id = number,
                Name = name,
                Description = words,
            },
            new WP.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(
                new A.GraphicData(Picture(id, number, name, words, width, height))
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                }
            )
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
    }

    private static P.Picture Picture(string id, uint number, string name, string words, long width, long height) =>
        new(
            new P.NonVisualPictureProperties(
                new P.NonVisualDrawingProperties
                {
                    Id = number,
                    Name = name,
                    Description = words,
                },
                new P.NonVisualPictureDrawingProperties()
            ),
            new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new P.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
            )
        );

    /// <summary>As large as its pixels say, but within the text, and with room for a caption.</summary>
    private (long Width, long Height) Size(Figure figure)
    {
        var (width, height) = (figure.PixelWidth * Inch / figure.PixelsPerInch, figure.PixelHeight * Inch / figure.PixelsPerInch);
        var scale = Math.Min(1, Math.Min(area.Width * Twentieth / (double)width, area.Height * Twentieth * 0.85 / height));
        return (Math.Max((long)(width * scale), 1), Math.Max((long)(height * scale), 1));
    }
}
