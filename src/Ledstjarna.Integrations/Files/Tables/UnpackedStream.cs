namespace Ledstjarna.Integrations.Files;

/// <summary>
/// A packed file as it comes out: every byte is counted, whatever size the package states, and the checksum is held to at the end.
/// </summary>
internal sealed class UnpackedStream(Stream packed, uint checksum, ReadingBudget budget) : Stream
{
    /// <summary>The longest single thing of XML, in bytes: a longest cell, written the longest way, fits.</summary>
    private const int LongestThing = 1024 * 1024;

    private static readonly uint[] Table = Checksums();

    private uint _checksum = uint.MaxValue;
    private int _sinceThing;

    /// <summary>
    /// To be called as each thing has been read. One that never ends, such as an element with millions of attributes, would otherwise be
    /// gathered in memory, many times its size.
    /// </summary>
    public void ThingRead() => _sinceThing = 0;

    public override int Read(Span<byte> buffer)
    {
        var read = packed.Read(buffer);
        budget.SpendUnpacked(read);
        _sinceThing += read;
        if (_sinceThing > LongestThing)
        {
            throw new TableRefusedException(TableFault.CellTooLong);
        }

        foreach (var b in buffer[..read])
        {
            _checksum = Table[(byte)(_checksum ^ b)] ^ (_checksum >> 8);
        }

        return read > 0 || buffer.IsEmpty || ~_checksum == checksum ? read : throw new TableRefusedException(TableFault.Damaged);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>CRC-32 of each byte, as zip has it.</summary>
    private static uint[] Checksums()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var c = i;
            for (var bit = 0; bit < 8; bit++)
            {
                c = (c & 1) == 0 ? c >> 1 : 0xedb88320 ^ (c >> 1);
            }

            table[i] = c;
        }

        return table;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
