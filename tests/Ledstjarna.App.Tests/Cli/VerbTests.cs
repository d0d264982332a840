using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;

namespace Ledstjarna.App.Tests.Cli;

public sealed class VerbTests(Server server)
{
    public static TheoryData<string> Verbs => ["", .. App.Doors.Cli.Verbs.Root().Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_says_what_it_does(string verb)
    {
        var (exitCode, output, _) = await Program.RunAsync(verb.Length == 0 ? ["--help"] : [verb, "--help"]);
        exitCode.ShouldBe(0);
        output.ShouldContain("Usage:");
        output.Split('\n')[1].Trim().Length.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("demmo")]
    [InlineData("--port")]
    public async Task A_mistyped_word_starts_nothing(string word)
    {
        var (exitCode, _, errors) = await Program.RunAsync([word]);
        exitCode.ShouldBe(1);
        errors.ShouldContain(word);
    }

    [Fact]
    public async Task The_demo_is_built_once_and_left_alone_the_second_time()
    {
        var database = await server.NewDatabaseAsync(null);
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__Ledstjarna"] = server.AsApp(database),
            ["ConnectionStrings__LedstjarnaOwner"] = server.AsOwner(database),
        };
        (await Program.RunAsync(["migrate"], environment: environment)).Output.ShouldContain("0003_steering.sql");
        (await Program.RunAsync(["migrate"], environment: environment)).Output.ShouldContain("redan uppdaterat");
        var first = await Program.RunAsync(["demo"], environment: environment);
        (first.ExitCode, first.Errors).ShouldBe((0, ""));
        first.Output.ShouldContain("är byggd");
        var before = await server.ReadAsync(database, "select version from record_versions");
        (await Program.RunAsync(["demo"], environment: environment)).Output.ShouldContain("Inget är ändrat");
        (await server.ReadAsync(database, "select version from record_versions")).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_that_cannot_be_had_is_told_in_two_languages()
    {
        var (exitCode, _, errors) = await Program.RunAsync(
            ["demo"],
            environment: new() { ["ConnectionStrings__Ledstjarna"] = "Host=/nowhere;Username=x;Database=x;Timeout=2" }
        );
        exitCode.ShouldBe(1);
        errors.ShouldContain("svarar inte");
        errors.ShouldContain("does not answer");
    }

    [Fact]
    public async Task An_address_that_is_taken_or_cannot_be_read_is_told_in_two_languages()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__Ledstjarna"] = server.AsApp(await server.NewDatabaseAsync()),
        };
        environment["ConnectionStrings__LedstjarnaOwner"] = environment["ConnectionStrings__Ledstjarna"]
            .Replace("ledstjarna_app", "ledstjarna");
        var (exitCode, _, errors) = await Program.RunAsync(["--urls", $"http://{taken.LocalEndpoint}"], environment: environment);
        exitCode.ShouldBe(1);
        errors.ShouldContain("Adressen är upptagen");
        errors.ShouldContain("The address is taken");
        (await Program.RunAsync(["--urls", "hej"], environment: environment)).Errors.ShouldContain("går inte att läsa");
    }

    [Fact]
    public void Every_refusal_of_the_domain_has_its_sentence()
    {
        var sentences = Enum.GetValues<RuleCode>().Select(RuleWords.Sentence).ToList();
        sentences.ShouldAllBe(s => s.Length > 10 && char.IsLower(s[0]) && !s.EndsWith('.'));
        sentences.Distinct().Count().ShouldBe(sentences.Count);
    }
}
