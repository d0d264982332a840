using System.Xml.Linq;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Tests.Architecture;

/// <summary>Who may know whom. Each rule is shown a wrong thing that it must catch.</summary>
public sealed class ArrowTests
{
    private const string Features = "Ledstjarna.App.Features";
    private const string Canaries = "Ledstjarna.App.Tests.Architecture.Canaries";

    private static readonly string Root = FindRoot();
    private static readonly ILookup<string, string> App = TypeUses.Of(typeof(WebDoor).Assembly);
    private static readonly ILookup<string, string> Domain = TypeUses.Of(typeof(Assessor).Assembly);
    private static readonly ILookup<string, string> Tests = TypeUses.Of(typeof(ArrowTests).Assembly);

    public static TheoryData<string> Projects =>
        new(
            Directory
                .GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
                .Select(p => Path.GetRelativePath(Root, p))
        );

    [Fact]
    public void Every_room_has_its_project_and_no_other() =>
        Projects.Select(p => Path.GetFileNameWithoutExtension(p.Data)).Order().ShouldBe(Arrows.Allowed.Keys.Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_knows_only_the_rooms_it_may(string project) =>
        Arrows.WrongProjectReferences(Path.GetFileNameWithoutExtension(project), Load(project)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_domain_needs_no_package(string project) =>
        Arrows.WrongPackages(Path.GetFileNameWithoutExtension(project), Load(project)).ShouldBeEmpty();

    [Fact]
    public void A_feature_knows_of_another_only_its_links() => Arrows.WrongBetweenFeatures(App, Features).ShouldBeEmpty();

    [Fact]
    public void A_handler_does_not_know_its_door() => Arrows.WrongHandlers(App).ShouldBeEmpty();

    [Fact]
    public void The_domain_has_no_clock_and_no_io() => Arrows.WrongInDomain(Domain).ShouldBeEmpty();

    [Fact]
    public void No_room_is_about_nothing() => Arrows.NamesOfNothing(App.Concat(Domain).Select(u => u.Key)).ShouldBeEmpty();

    [Fact]
    public void No_file_is_too_long_to_read()
    {
        var files = new[] { "src", "tests", "bench" }
            .SelectMany(d => Directory.GetFiles(Path.Combine(Root, d), "*.*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Split('/').Intersect(["obj", "bin", "node_modules"]).Any())
            .ToList();
        files.Count.ShouldBeGreaterThan(100);
        files.Where(f => File.ReadLines(f).Count() > 400).ShouldBeEmpty();
    }

    // What the rules must catch, and that they have something to look at.

    [Fact]
    public void The_rules_have_something_to_look_at()
    {
        Projects.Count.ShouldBe(5);
        App.ShouldContain(u => u.Key.EndsWith("Handler", StringComparison.Ordinal));
        App.Select(u => u.Key).Count(k => k.StartsWith(Features, StringComparison.Ordinal)).ShouldBeGreaterThan(20);
        Domain.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_wrong_project_reference_is_caught() =>
        Arrows
            .WrongProjectReferences(
                "Ledstjarna.Domain",
                XDocument.Parse(
                    """<Project><ItemGroup><ProjectReference Include="..\Ledstjarna.Storage\Ledstjarna.Storage.csproj" /></ItemGroup></Project>"""
                )
            )
            .ShouldBe(["Ledstjarna.Domain → Ledstjarna.Storage"]);

    [Fact]
    public void A_document_that_knows_what_goals_are_is_caught() =>
        Arrows
            .WrongProjectReferences(
                "Ledstjarna.Documents",
                XDocument.Parse(
                    """<Project><ItemGroup><ProjectReference Include="../Ledstjarna.Domain/Ledstjarna.Domain.csproj" /></ItemGroup></Project>"""
                )
            )
            .ShouldBe(["Ledstjarna.Documents → Ledstjarna.Domain"]);

    [Fact]
    public void An_unknown_room_is_caught() =>
        Arrows.WrongProjectReferences("Ledstjarna.Misc", XDocument.Parse("<Project />")).ShouldBe(["Ledstjarna.Misc is no room"]);

    [Fact]
    public void A_package_in_the_domain_is_caught() =>
        Arrows
            .WrongPackages(
                "Ledstjarna.Domain",
                XDocument.Parse("""<Project><ItemGroup><PackageReference Include="Dapper" /></ItemGroup></Project>""")
            )
            .ShouldBe(["Ledstjarna.Domain → Dapper"]);

    [Fact]
    public void One_feature_reaching_into_another_is_caught_and_its_links_may_be_known()
    {
        var wrong = Arrows.WrongBetweenFeatures(Tests, Canaries).ToList();
        wrong.ShouldContain($"{Canaries}.Here.Slice → {Canaries}.There.Secret");
        wrong.ShouldNotContain(w => w.EndsWith("ThereLinks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_handler_that_knows_its_door_is_caught() =>
        Arrows
            .WrongHandlers(Tests)
            .ShouldContain(w => w.StartsWith($"{Canaries}.Here.WrongHandler → Microsoft.AspNetCore.", StringComparison.Ordinal));

    [Fact]
    public void A_clock_is_caught() => Arrows.WrongInDomain(Tests).ShouldContain($"{Canaries}.Here.WithAClock → System.TimeProvider");

    [Fact]
    public void A_room_about_nothing_is_caught() =>
        Arrows.NamesOfNothing([$"{Canaries}.Helpers.Anything", "Ledstjarna.Domain.Goals.Goal"]).ShouldBe([$"{Canaries}.Helpers.Anything"]);

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Root, project));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("*.slnx").Length == 0)
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("no .slnx above the tests");
    }
}
