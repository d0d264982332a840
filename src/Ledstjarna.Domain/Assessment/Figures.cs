namespace Ledstjarna.Domain.Assessment;

/// <summary>The current value and those comparable with it, oldest first, the current last. At least one.</summary>
internal readonly ref struct Figures(Direction direction, ReadOnlySpan<KnownValue> comparable)
{
    public readonly Direction Direction = direction;
    public readonly ReadOnlySpan<KnownValue> Comparable = comparable;

    public KnownValue Current => Comparable[^1];

    public ReadOnlySpan<KnownValue> Earlier => Comparable[..^1];

    /// <summary>The mean of the latest <paramref name="k"/> of some values, or of them all when they are fewer.</summary>
    public static double MeanOfLatest(ReadOnlySpan<KnownValue> values, int k)
    {
        var latest = k < values.Length ? values[^k..] : values;
        var sum = 0.0;
        foreach (var v in latest)
        {
            sum += v.Value;
        }

        return sum / latest.Length;
    }
}
