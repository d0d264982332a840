using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>What a file without a base needs besides its text and styles.</summary>
internal static class NewParts
{
    public static void Add(MainDocumentPart main, string language)
    {
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings(language);
        main.AddNewPart<FontTablePart>("fonts").Fonts = new W.Fonts(
            Font("Calibri", "Carlito;Arial;Liberation Sans", W.FontFamilyValues.Swiss),
            Font("Georgia", "Gelasio;Times New Roman;Liberation Serif", W.FontFamilyValues.Roman)
        );
    }

    private static W.Settings Settings(string language) =>
        new(
            new W.DefaultTabStop { Val = 1304 },
            new W.Compatibility(
                // Without this Word takes the file for one of 2007 and opens it in a mode of its own.
                new W.CompatibilitySetting
                {
                    Name = W.CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new W.ThemeFontLanguages { Val = language },
            new W.DecimalSymbol { Val = "," },
            new W.ListSeparator { Val = ";" }
        );

    /// <summary>A font, and those to take where there is none of that name.</summary>
    private static W.Font Font(string name, string others, W.FontFamilyValues family) =>
        new(new W.AltName { Val = others }, new W.FontFamily { Val = family }) { Name = name };
}
