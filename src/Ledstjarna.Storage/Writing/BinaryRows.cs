using System.Buffers.Binary;
using System.Text;

namespace Ledstjarna.Storage.Writing;

/// <summary>Rows in the form that PostgreSQL copies in, gathered in one buffer and handed on when it is full.</summary>
internal sealed class BinaryRows(Stream to) : IDisposable
{
    private const int Handed = 1 << 16;

    private readonly byte[] _buffer = new byte[Handed + 8192];
    private int _used;

    /// <summary>The signature, no flags, no extension.</summary>
    public void Begin()
    {
        ReadOnlySpan<byte> signature = [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0];
        signature.CopyTo(_buffer);
        _used = signature.Length;
    }

    public void Row(short fields)
    {
        if (_used > Handed)
        {
            Flush();
        }

        BinaryPrimitives.WriteInt16BigEndian(Take(2), fields);
    }

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    public void Write(double value)
    {
        var room = Take(12);
        BinaryPrimitives.WriteInt32BigEndian(room, 8);
        BinaryPrimitives.WriteDoubleBigEndian(room[4..], value);
    }

    public void Write(int value)
    {
        var room = Take(8);
        BinaryPrimitives.WriteInt32BigEndian(room, 4);
        BinaryPrimitives.WriteInt32BigEndian(room[4..], value);
    }

    public void Write(short value)
    {
        var room = Take(6);
        BinaryPrimitives.WriteInt32BigEndian(room, 2);
        BinaryPrimitives.WriteInt16BigEndian(room[4..], value);
    }

    public void Write(bool value)
    {
        var room = Take(5);
        BinaryPrimitives.WriteInt32BigEndian(room, 1);
        room[4] = value ? (byte)1 : (byte)0;
    }

    /// <param name="text">At most some hundred characters. Null writes null.</param>
    public void Write(string? text)
    {
        if (text is null)
        {
            Null();
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        var room = Take(4 + length);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        Encoding.UTF8.GetBytes(text, room[4..]);
    }

    public void End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);
        Flush();
    }

    public void Dispose() => to.Dispose();

    private Span<byte> Take(int bytes)
    {
        var room = _buffer.AsSpan(_used, bytes);
        _used += bytes;
        return room;
    }

    private void Flush()
    {
        to.Write(_buffer, 0, _used);
        _used = 0;
    }
}
