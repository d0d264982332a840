using System.Buffers;
using System.CommandLine;

namespace Ledstjarna.App.Features.Assessment;

public static class AssessCaseCli
{
    public static Command Command()
    {
        var file = new Argument<string>("FIL") { Description = "Filen med ett fall som JSON; - läser från standard in." };
        var lines = new Option<bool>("--lines") { Description = "Varje rad är ett fall; varje rad ut är dess resultat, i samma ordning." };
        var threads = new Option<int>("--threads")
        {
            Description = "Hur många fall som bedöms samtidigt. Resultatet blir detsamma.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var command = new Command("assess", "Bedömer ett fall enligt den gemensamma principen och skriver resultatet som JSON.")
        {
            file,
            lines,
            threads,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(lines),
                    Math.Clamp(parsed.GetValue(threads), 1, 64),
                    parsed.InvocationConfiguration.Error,
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string file, bool lines, int threads, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            await using var input =
                file == "-" ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            await using var output = Console.OpenStandardOutput();
            if (lines)
            {
                await AssessLines.RunAsync(input, output, threads, cancellation);
                return 0;
            }

            var result = new ArrayBufferWriter<byte>();
            AssessCase.Assess((await ReadAllAsync(input, cancellation)).Span, result, indented: true);
            result.Write("\n"u8);
            await output.WriteAsync(result.WrittenMemory, cancellation);
            return 0;
        }
        catch (CaseFileException e)
        {
            await errors.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{file}: filen går inte att läsa. Kontrollera namnet och att du får läsa den.");
            return 1;
        }
    }

    /// <summary>No more than one byte over what is allowed, so that a huge input is refused and not read.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream input, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        while (all.Length <= AssessCase.LargestCase && await input.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            all.Write(buffer, 0, read);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }
}
