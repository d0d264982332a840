using System.Runtime.InteropServices;

namespace Ledstjarna.Domain.Assessment.National;

/// <summary>
/// How an indicator stands for one municipality and year, with the codes that say why, in eight bytes. The rest of the reasons are had from the
/// case of that municipality and year.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NationalRating
{
    private const byte None = byte.MaxValue;

    private readonly short _year;
    private readonly byte _computed;
    private readonly byte _source;
    private readonly byte _missing;
    private readonly byte _lens;
    private readonly LensStatuses _evidence;

    internal NationalRating(Status computed, ValueSource source, MissingReason? missing, Lens? lens, short year, LensStatuses evidence)
    {
        _computed = (byte)computed;
        _source = (byte)source;
        _missing = missing is { } m ? (byte)m : None;
        _lens = lens is { } l ? (byte)l : None;
        _year = year;
        _evidence = evidence;
    }

    private NationalRating(NationalRating other, ValueSource source)
    {
        this = other;
        _source = (byte)source;
    }

    public Status Computed => (Status)_computed;

    public ValueSource Source => (ValueSource)_source;

    public MissingReason? Missing => _missing == None ? null : (MissingReason)_missing;

    /// <summary>The lens that decided, when the first that applies does.</summary>
    public Lens? Lens => _lens == None ? null : (Lens)_lens;

    /// <summary>The year of the value used. Null: there is none.</summary>
    public int? Year => _year == 0 ? null : _year;

    /// <summary>Whether the value is older than its cadence or another indicator's.</summary>
    public bool IsBorrowed => Source is ValueSource.Carried or ValueSource.Substitute;

    /// <summary>What a lens says, whatever the principle asks for. Null: it does not apply.</summary>
    public Status? Evidence(Lens lens) => _evidence.Of(lens);

    /// <summary>The same, of a value that steps in for another indicator's.</summary>
    internal NationalRating AsSubstitute() => new(this, ValueSource.Substitute);
}
