namespace Ledstjarna.Integrations.Kolada;

/// <summary>Finds a code's number by the bytes it is written with, without making a text of them. Codes are at most sixteen letters and digits.</summary>
public sealed class CodeTable
{
    private const int Longest = 16;

    private readonly Dictionary<UInt128, int> _numbers = [];
    private UInt128 _last;
    private int _lastNumber;

    /// <param name="codes">Each with its number, above 0.</param>
    public CodeTable(IEnumerable<KeyValuePair<string, int>> codes)
    {
        foreach (var (code, number) in codes)
        {
            if (code.Length is > 0 and <= Longest && code.All(char.IsAscii))
            {
                _numbers[Packed(System.Text.Encoding.ASCII.GetBytes(code))] = number;
            }
        }
    }

    /// <summary>0: there is no such code.</summary>
    public int Find(ReadOnlySpan<byte> code)
    {
        if (code.Length is 0 or > Longest)
        {
            return 0;
        }

        var packed = Packed(code);
        if (packed != _last)
        {
            _lastNumber = _numbers.GetValueOrDefault(packed);
            _last = packed;
        }

        return _lastNumber;
    }

    private static UInt128 Packed(ReadOnlySpan<byte> code)
    {
        var packed = UInt128.Zero;
        foreach (var b in code)
        {
            packed = (packed << 8) | b;
        }

        return packed;
    }
}
