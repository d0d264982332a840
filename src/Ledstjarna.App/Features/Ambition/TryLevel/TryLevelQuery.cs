namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>What the address asks to be tried, as it was written.</summary>
/// <param name="Mal">The goal's number.</param>
/// <param name="Indikator">The indicator's code.</param>
/// <param name="Slag">minst, hogst or mellan; the indicator's direction says it already.</param>
/// <param name="Niva">The level; of a range its least.</param>
/// <param name="Till">The largest of a range.</param>
/// <param name="Delvis">The limit for "delvis". Blank: it moves along with the level.</param>
/// <param name="Delvistill">The same for the largest of a range.</param>
/// <param name="Dra">Where the slider stands.</param>
/// <param name="Dratill">Where the slider of a range's largest stands.</param>
/// <param name="Visat">The level that the form was shown with: tells which of box and slider was moved.</param>
/// <param name="Visattill">The same for a range's largest.</param>
/// <param name="Nast">The day the draft's target is to be reached: tells which of several targets it is.</param>
/// <param name="Utkast">The draft that is worked on.</param>
/// <param name="Datum">The day.</param>
public sealed record TryLevelQuery(
    string? Mal,
    string? Indikator,
    string? Slag,
    string? Niva,
    string? Till,
    string? Delvis,
    string? Delvistill,
    string? Dra,
    string? Dratill,
    string? Visat,
    string? Visattill,
    string? Nast,
    string? Utkast,
    string? Datum
);
