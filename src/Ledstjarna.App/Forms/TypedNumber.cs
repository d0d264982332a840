using System.Globalization;

namespace Ledstjarna.App.Forms;

/// <summary>A number as typed in a form.</summary>
public static class TypedNumber
{
    public static bool TryRead(string text, out double number) =>
        double.TryParse(
            text.Replace('\u2212', '-').Replace(',', '.').Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out number
        ) && double.IsFinite(number);
}
