using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledstjarna.App.Features.Assessment;

namespace Ledstjarna.App.Tests.Cli;

/// <summary>Case files at the prompt: one, many, and everything that can be wrong with them.</summary>
public sealed class AssessTests
{
    private static readonly string Example = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cli", "example.case.json"));
    private static readonly string Expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cli", "example.result.json"));

    [Fact]
    public async Task The_worked_example_gives_the_worked_result()
    {
        var (exitCode, output, errors) = await Program.RunAsync(["assess", "-"], Encoding.UTF8.GetBytes(Example));
        (exitCode, errors).ShouldBe((0, ""));
        JsonNode.DeepEquals(JsonNode.Parse(output), JsonNode.Parse(Expected)).ShouldBeTrue(output);
    }

    [Fact]
    public async Task Shares_are_written_as_in_the_format() => (await LinesAsync(Compact(Example)))[0].ShouldBe(Compact(Expected));

    [Fact]
    public async Task Many_lines_come_out_in_order_whatever_the_threads_and_the_run_goes_on_after_an_error()
    {
        var lines = Enumerable
            .Range(0, 300)
            .Select(i => i % 7 == 3 ? $"{{\"asOf\": {i}}}" : Compact(Example).Replace("\"KF4\"", $"\"K{i}\""))
            .ToList();
        var one = await LinesAsync(string.Join('\n', lines), threads: 1);
        var four = await LinesAsync(string.Join('\n', lines) + "\n", threads: 4);
        one.Length.ShouldBe(300);
        four.ShouldBe(one);
        one[5].ShouldContain("\"K5\"");
        one[3].ShouldBe("{\"error\":\"asOf: värdet ska vara ett datum som text\"}");
    }

    [Fact]
    public async Task A_byte_order_mark_and_windows_line_ends_are_let_be()
    {
        var (exitCode, output, _) = await Program.RunAsync(
            ["assess", "-", "--lines"],
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Compact(Example) + "\r\n")]
        );
        (exitCode, output.Trim()).ShouldBe((0, Compact(Expected)));
    }

    [Theory]
    [InlineData("""{"asOf": 1}""", "asOf")]
    [InlineData("""{"asOf": "2021-12-31", "principel": {}}""", "principel")]
    [InlineData("""{"asOf": "2021-12-31", "weight": 1}""", "weight")]
    [InlineData("""{"asOf": "2021-12-31", "asOf": "2021-12-31"}""", "asOf")]
    [InlineData("""{"asOf": "2021-12-31"}""", "principle")]
    [InlineData("""{"principle": {"lenses": ["mål"]}}""", "principle.lenses[0]")]
    [InlineData("""{"principle": {"lenses": ["target"], "activityGrace": 1.5}}""", "principle.activityGrace")]
    [InlineData("""{"principle": {"lenses": ["target"], "carry": 1e999}}""", "principle.carry")]
    [InlineData("""{"principle": {"lenses": []}}""", "principle.lenses")]
    [InlineData("""{"principle": {}}""", "principle.lenses")]
    [InlineData("""{"principle": {"lenses": ["target"], "rollUp": {"greenAt": 0.4}}}""", "principle.rollUp.greenAt")]
    [InlineData("""{"principle": {"lenses": ["target"], "levels": {"goal": {"cap": 1}}}}""", "principle.levels.goal.cap")]
    [InlineData("""{"principle": {"lenses": ["target"], "trend": {"k": 0}}}""", "principle.trend.k")]
    [InlineData("""{"principle": {"lenses": ["target"], "pace": {"from": "20"}}}""", "principle.pace.from")]
    [InlineData("""{"tree": {"id": "a", "children": [{"indicator": "i", "activity": "b"}]}}""", "tree.children[0].activity")]
    [InlineData("""{"tree": {"id": "a", "children": [null]}}""", "tree.children[0]")]
    [InlineData("""{"tree": {"children": []}}""", "tree.id")]
    [InlineData(
        """{"indicators": [{"id": "i", "direction": "higher", "cadence": 12, "targets": [{"atLeast": 1, "partlyAt": 2}]}]}""",
        "indicators[0].targets[0].partlyAt"
    )]
    [InlineData("""{"indicators": [{"id": "i", "direction": "higher", "cadence": 12, "targets": [{}]}]}""", "indicators[0].targets[0]")]
    [InlineData(
        """{"indicators": [{"id": "i", "direction": "higher", "cadence": 12, "targets": [{"atLeast": 1, "basis": "mean"}]}]}""",
        "indicators[0].targets[0].k"
    )]
    [InlineData(
        """{"indicators": [{"id": "i", "direction": "higher", "cadence": 12, "observations": [{"period": "2021", "value": 1, "missing": "delayed"}]}]}""",
        "indicators[0].observations[0].missing"
    )]
    [InlineData("""{"indicators": [{"id": "i", "direction": "higher", "cadence": 12, "group": {"21": [1]}}]}""", "indicators[0].group.21")]
    [InlineData(
        """{"indicators": [{"id": "i", "direction": "higher", "cadence": 12, "group": {"2021": [null]}}]}""",
        "indicators[0].group.2021[0]"
    )]
    [InlineData("""{"judgements": [{"of": "a", "layer": "expert"}]}""", "judgements[0].status")]
    [InlineData("""{"activities": [{"id": "a", "state": "done"}]}""", "activities[0].due")]
    [InlineData("""{"asOf": "2021-12-31" """, "fallet")]
    [InlineData("", "fallet")]
    [InlineData("[]", "fallet")]
    [InlineData("null", "fallet")]
    [InlineData("{}", "asOf")]
    [InlineData("=cmd()|' /C calc'!A0", "fallet")]
    [InlineData("<script>alert(1)</script>", "fallet")]
    public async Task An_invalid_case_is_refused_with_its_field_on_one_line(string text, string field)
    {
        var (exitCode, output, errors) = await Program.RunAsync(["assess", "-"], Encoding.UTF8.GetBytes(text));
        (exitCode, output).ShouldBe((1, ""));
        errors.TrimEnd('\n').ShouldNotContain("\n");
        errors.ShouldStartWith($"{field}");
    }

    [Fact]
    public async Task Text_in_another_encoding_is_told()
    {
        var (exitCode, _, errors) = await Program.RunAsync(["assess", "-"], Encoding.Latin1.GetBytes("""{"tree": {"id": "Åäö"}}"""));
        (exitCode, errors.Trim()).ShouldBe((1, "tree.id: texten har tecken som inte går att läsa; filen ska vara i UTF-8"));
    }

    [Fact]
    public async Task A_nest_of_twenty_thousand_levels_is_an_error_and_not_a_crash()
    {
        var nest = string.Concat(Enumerable.Repeat("""{"id":"a","children":[""", 20_000));
        var (exitCode, _, errors) = await Program.RunAsync(["assess", "-"], Encoding.UTF8.GetBytes($$"""{"tree": {{nest}}"""));
        exitCode.ShouldBe(1);
        errors.ShouldContain("djupare än 32");
    }

    [Fact]
    public void A_case_that_is_too_large_is_refused() =>
        Should
            .Throw<CaseFileException>(() =>
                AssessCase.Assess(new byte[AssessCase.LargestCase + 1], new System.Buffers.ArrayBufferWriter<byte>(), false)
            )
            .Message.ShouldContain("64 MB");

    [Theory]
    [InlineData("finns-inte.json")]
    [InlineData("/")]
    [InlineData("../../../../etc/shadow-")]
    public async Task A_file_that_cannot_be_read_is_told(string file)
    {
        var (exitCode, _, errors) = await Program.RunAsync(["assess", file]);
        exitCode.ShouldBe(1);
        errors.ShouldContain("går inte att läsa");
    }

    private static async Task<string[]> LinesAsync(string text, int threads = 2)
    {
        var (exitCode, output, errors) = await Program.RunAsync(
            ["assess", "-", "--lines", "--threads", $"{threads}"],
            Encoding.UTF8.GetBytes(text)
        );
        (exitCode, errors).ShouldBe((0, ""));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Without white space, the numbers as they are written.</summary>
    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
