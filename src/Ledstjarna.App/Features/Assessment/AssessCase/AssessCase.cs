using System.Buffers;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Assessment;

/// <summary>One case in, its result out. Pure: it reads nothing but what it is given.</summary>
public static class AssessCase
{
    /// <summary>A case larger than this is refused: 64 MiB.</summary>
    public const int LargestCase = 64 * 1024 * 1024;

    /// <exception cref="CaseFileException">The case is not valid.</exception>
    public static void Assess(ReadOnlySpan<byte> @case, IBufferWriter<byte> output, bool indented)
    {
        if (@case.Length > LargestCase)
        {
            throw new CaseFileException(CaseJson.TheCase, "fallet är större än 64 MB; dela upp det");
        }

        var read = CaseReader.Read(@case.StartsWith("\uFEFF"u8) ? @case[3..] : @case);
        try
        {
            CaseWriter.Write(Assessor.Assess(read), output, indented);
        }
        catch (DomainRuleException e)
        {
            throw CaseReader.Explained(e);
        }
    }

    /// <summary>One line: its result, or its error as JSON.</summary>
    public static void AssessLine(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        try
        {
            Assess(line, output, indented: false);
        }
        catch (CaseFileException e)
        {
            CaseWriter.WriteError(e.Message, output);
        }

        output.Write("\n"u8);
    }
}
