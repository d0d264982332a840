using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Words;

/// <summary>What is said of files and pastes that cannot be read.</summary>
public static class TableWords
{
    public static string Sentence(TableRefusedException e)
    {
        var place =
            e is { Row: { } row, Column: { } column } ? $" Det gäller rad {row}, kolumn {Table.ColumnName(column - 1)}."
            : e.Row is { } r ? $" Det gäller rad {r}."
            : "";
        return Sentence(e.Fault) + place + " Inget är inläst.";
    }

    private static string Sentence(TableFault fault) =>
        fault switch
        {
            TableFault.Empty => "Filen är tom. Kontrollera att du valde rätt fil.",
            TableFault.TooLarge or TableFault.TooLargeUnpacked or TableFault.TooManyPackedFiles =>
                "Filen är för stor. Dela upp den i flera.",
            TableFault.TooManyRows or TableFault.TooManyColumns or TableFault.TooManyCells =>
                "Arket har för många rader eller kolumner. Dela upp det i flera.",
            TableFault.CellTooLong => "En cell innehåller för mycket text. Korta den.",
            TableFault.TooSlow => "Filen tog för lång tid att läsa. Dela upp den i flera.",
            TableFault.UnknownKind => "Filen är av ett slag vi inte läser. Spara den som .xlsx eller .csv.",
            TableFault.NotWhatItSays => "Filens innehåll stämmer inte med dess namn. Spara om den som .xlsx eller .csv.",
            TableFault.OldExcel => "Filen är i det gamla Excelformatet. Spara den som .xlsx.",
            TableFault.Encrypted => "Filen är skyddad med lösenord. Spara den utan lösenord.",
            TableFault.CutOff => "Filen är avbruten: slutet saknas. Spara den igen och försök på nytt.",
            TableFault.HasDtd => "Filen innehåller något som inte hör hemma i ett ark. Spara om den i Excel.",
            TableFault.NotText => "Filen är inte text. Spara den som .csv med teckenkodningen UTF-8.",
            TableFault.UnclosedQuote or TableFault.TextAfterQuote => "Ett citattecken är inte avslutat som det ska. Rätta raden i filen.",
            TableFault.NoSheet => "Filen har inget ark att läsa.",
            _ => "Filen är skadad. Spara den igen och försök på nytt.",
        };
}
