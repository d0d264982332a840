using Ledstjarna.Documents.Word;

namespace Ledstjarna.App.Features.Memos;

/// <summary>Why a municipality's own Word file is not taken, and what to do.</summary>
internal static class BaseWords
{
    public static string Sentence(BaseFault fault) =>
        fault switch
        {
            BaseFault.TooLarge or BaseFault.TooLargeUnpacked or BaseFault.TooManyPackedFiles =>
                "Filen är för stor. Ta bort bilder och gammal text ur den och försök igen.",
            BaseFault.NotWord => "Filen är ingen Word-fil. Välj en fil som slutar på .docx eller .dotx.",
            BaseFault.OldWord => "Filen är sparad i ett äldre format. Öppna den i Word och spara den som .docx.",
            BaseFault.Strict => "Filen är sparad som ”Strikt Open XML”. Spara den som ett vanligt Word-dokument.",
            BaseFault.Encrypted => "Filen är skyddad med lösenord. Ta bort skyddet och försök igen.",
            BaseFault.CutOff or BaseFault.Damaged or BaseFault.HasDtd => "Filen är trasig. Öppna den i Word och spara den på nytt.",
            BaseFault.Macros => "Filen innehåller makron. Spara den som .docx, utan makron.",
            BaseFault.AttachedTemplate =>
                "Filen är kopplad till en mall i en mapp. Ta bort kopplingen i Word, under Utvecklare och Dokumentmall.",
            BaseFault.EmbeddedObject => "Filen innehåller ett inbäddat objekt från ett annat program. Ta bort det och försök igen.",
            BaseFault.ExternalContent => "Filen hämtar något från en annan plats när den öppnas. Infoga det i filen i stället.",
            _ => "Ett fält i sidhuvudet eller sidfoten går inte att använda. Byt ut det mot vanlig text.",
        };
}
