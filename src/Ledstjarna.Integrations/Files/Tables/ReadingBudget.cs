using System.Diagnostics;

namespace Ledstjarna.Integrations.Files;

/// <summary>What one reading may cost: time, and bytes in and out of the file.</summary>
internal sealed class ReadingBudget(TableLimits limits, CancellationToken cancellationToken)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _unpacked;

    public TableLimits Limits => limits;

    /// <summary>To be called often: between blocks of bytes and between rows.</summary>
    public void CheckTime()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) > limits.Time)
        {
            throw new TableRefusedException(TableFault.TooSlow);
        }
    }

    public void SpendUnpacked(int bytes)
    {
        CheckTime();
        _unpacked += bytes;
        if (_unpacked > limits.UnpackedBytes)
        {
            throw new TableRefusedException(TableFault.TooLargeUnpacked);
        }
    }

    /// <summary>The whole file, in memory: nothing that was sent is ever written to disk.</summary>
    public ReadOnlyMemory<byte> ReadAll(Stream content)
    {
        using var all = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = content.Read(block)) > 0)
        {
            CheckTime();
            if (all.Length + read > limits.FileBytes)
            {
                throw new TableRefusedException(TableFault.TooLarge);
            }

            all.Write(block, 0, read);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }
}
