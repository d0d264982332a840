namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>What a slider can be moved between, in even steps: all that is known of the figure, and a little more.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The largest, a whole number of steps from the least.</param>
/// <param name="Step">1, 2 or 5 times a power of ten.</param>
/// <param name="IsNeverNegative">Nothing that is known of the figure is below zero.</param>
public sealed record LevelScale(double Min, double Max, double Step, bool IsNeverNegative)
{
    private const int Steps = 300;

    /// <param name="known">Values, own and others', and limits in force. None: 0 to 100.</param>
    /// <param name="decimals">How many the figure is shown with: no step is finer.</param>
    /// <param name="margin">How much more there is on either side, as a share of it.</param>
    /// <param name="isPercent">Then nothing lies above 100, unless something that is known does.</param>
    public static LevelScale Of(IReadOnlyCollection<double> known, int decimals, double margin, bool isPercent)
    {
        var (least, most) = known.Count == 0 ? (0, 100) : (known.Min(), known.Max());
        var span = most > least ? most - least : Math.Max(Math.Abs(most) * 0.5, 1);
        var step = Math.Max(NiceStep(span / Steps), Math.Pow(10, -decimals));
        var (min, max) = (least - (span * margin), most + (span * margin));
        min = least >= 0 ? Math.Max(0, min) : min;
        max = isPercent && most <= 100 ? Math.Min(100, max) : max;
        min = Math.Floor((min / step) + 1e-9) * step;
        return new LevelScale(Clean(min), Clean(min + (Math.Ceiling(((max - min) / step) - 1e-9) * step)), step, least >= 0);
    }

    /// <summary>How many decimals a step has.</summary>
    public int Decimals => Math.Max(0, (int)Math.Ceiling(-Math.Log10(Step) - 1e-9));

    /// <summary>Where a slider would stand for a value.</summary>
    public double Snap(double value) => Clean(Math.Clamp(Min + (Math.Round((value - Min) / Step) * Step), Min, Max));

    /// <summary>1, 2 or 5 times a power of ten, no smaller than asked for.</summary>
    public static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Clean(
            (rough / power) switch
            {
                <= 1 + 1e-9 => power,
                <= 2 + 1e-9 => 2 * power,
                <= 5 + 1e-9 => 5 * power,
                _ => 10 * power,
            }
        );
    }

    /// <summary>Without what adding steps leaves in the last bits.</summary>
    private static double Clean(double value) => (double)(decimal)value;
}
