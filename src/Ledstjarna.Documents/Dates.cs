using System.Globalization;

namespace Ledstjarna.Documents;

/// <summary>Days as they stand in what the municipality writes: 2022-08-31.</summary>
internal static class Dates
{
    public static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
