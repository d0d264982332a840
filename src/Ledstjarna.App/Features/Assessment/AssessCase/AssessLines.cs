using System.Buffers;

namespace Ledstjarna.App.Features.Assessment;

/// <summary>A case on each line: read in batches, assessed on all cores, written in order. Memory is bounded by a few batches.</summary>
public static class AssessLines
{
    private const int BatchBytes = 4 * 1024 * 1024;

    /// <param name="input">UTF-8 lines; a last line without an end counts.</param>
    /// <param name="output">One line for each, in the same order.</param>
    /// <param name="threads">How many assess at once. The output does not depend on it.</param>
    /// <param name="cancellation">Ends the run between batches.</param>
    /// <exception cref="CaseFileException">A line is too long to be a case; what came before it is written.</exception>
    public static async Task RunAsync(Stream input, Stream output, int threads, CancellationToken cancellation)
    {
        var results = new List<ArrayBufferWriter<byte>>();
        var (buffer, next) = (new byte[BatchBytes], new byte[BatchBytes]);
        var held = 0;
        for (var ended = false; !ended; )
        {
            (buffer, held, ended) = await FillAsync(input, buffer, held, cancellation);
            var lines = Lines(buffer.AsSpan(0, held), ended);
            var used = lines.Count == 0 ? 0 : lines[^1].End.Value;
            Assess(buffer, lines, results, threads);
            for (var i = 0; i < lines.Count; i++)
            {
                await output.WriteAsync(results[i].WrittenMemory, cancellation);
                results[i].ResetWrittenCount();
            }

            // What is left is the beginning of the next line.
            next = next.Length < buffer.Length ? new byte[buffer.Length] : next;
            used = Math.Min(used + 1, held);
            buffer.AsSpan(used, held - used).CopyTo(next);
            (buffer, next, held) = (next, buffer, held - used);
        }

        await output.FlushAsync(cancellation);
    }

    private static void Assess(byte[] buffer, List<Range> lines, List<ArrayBufferWriter<byte>> results, int threads)
    {
        while (results.Count < lines.Count)
        {
            results.Add(new ArrayBufferWriter<byte>(4096));
        }

        Parallel.For(
            0,
            lines.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            i => AssessCase.AssessLine(buffer.AsSpan(lines[i]), results[i])
        );
    }

    /// <summary>Reads until the buffer is full of whole lines or the input ends; a line longer than the buffer makes it grow.</summary>
    private static async Task<(byte[] Buffer, int Held, bool Ended)> FillAsync(
        Stream input,
        byte[] buffer,
        int held,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            if (held == buffer.Length)
            {
                if (buffer.AsSpan().Contains((byte)'\n'))
                {
                    return (buffer, held, false);
                }

                if (buffer.Length > AssessCase.LargestCase)
                {
                    throw new CaseFileException(CaseJson.TheCase, "en rad är längre än 64 MB; dela upp fallet");
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await input.ReadAsync(buffer.AsMemory(held), cancellation);
            if (read == 0)
            {
                return (buffer, held, true);
            }

            held += read;
        }
    }

    private static List<Range> Lines(ReadOnlySpan<byte> held, bool ended)
    {
        var lines = new List<Range>();
        var start = 0;
        while (start < held.Length && held[start..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            lines.Add(start..(start + length));
            start += length + 1;
        }

        if (start < held.Length && ended)
        {
            lines.Add(start..held.Length);
        }

        return lines;
    }
}
