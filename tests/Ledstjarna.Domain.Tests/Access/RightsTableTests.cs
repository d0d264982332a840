using System.Globalization;
using System.Text;
using Ledstjarna.Domain.Access;

namespace Ledstjarna.Domain.Tests.Access;

/// <summary>Who may do what, as people read it in docs/rattigheter.md: the rules and the document cannot drift apart.</summary>
public sealed class RightsTableTests
{
    private const string Write = "LEDSTJARNA_WRITE_DOCS";

    private static readonly Dictionary<Role, string> RoleNames = new()
    {
        [Role.Administrator] = "Administratör",
        [Role.Strategist] = "Verksamhetsutvecklare",
        [Role.Expert] = "Sakkunnig",
        [Role.BodySecretary] = "Nämndsekreterare",
        [Role.Management] = "Ledningsgrupp",
        [Role.Representative] = "Förtroendevald",
        [Role.Auditor] = "Revisor",
    };

    private static readonly Dictionary<Right, string> RightNames = new()
    {
        [Right.SignIn] = "Logga in och byta sitt lösenord",
        [Right.Read] = "Läsa mål, siffror, beslut och bedömningar",
        [Right.ReadPreparation] = "Läsa det som förbereds: ojusterade protokoll, handlingar, tjänsteskrivelser och utkast till nivåer",
        [Right.ReadHistory] = "Läsa ändringsloggen",
        [Right.ManagePeople] = "Lägga upp och ändra personer och deras roller",
        [Right.ManageOrganisation] = "Ändra enheter, mandatperioder, vision och jämförelsekommuner",
        [Right.ManageGoals] = "Ändra målstrukturer, fullmäktiges mål och interna mål",
        [Right.ManageUnitGoals] = "Ändra nämnders och bolags egna mål",
        [Right.ManageMeasures] = "Ändra indikatorer, mått och sakkunnigas målvärden",
        [Right.ManagePoliticalTargets] = "Registrera politiska målvärden",
        [Right.ManageActivities] = "Ändra aktiviteter",
        [Right.ManageStrategies] = "Ändra politiska strategier",
        [Right.ManageDocuments] = "Ändra styrdokument",
        [Right.ManagePrinciples] = "Ändra principer för bedömning",
        [Right.RegisterDecisions] = "Registrera beslut",
        [Right.ManageMatters] = "Lägga in ärenden, handlingar och tjänsteskrivelser",
        [Right.ManageAssignments] = "Lägga in uppdrag och vad det blev av dem",
        [Right.ReportAssignments] = "Återrapportera uppdrag till den egna enheten",
        [Right.ManageLevels] = "Göra utkast till ambitionsnivåer och föra dem vidare",
        [Right.ManageFollowUps] = "Planera uppföljningar, begära underlag och föra dem vidare",
        [Right.Report] = "Lämna underlag till uppföljningar",
        [Right.DecideFollowUps] = "Registrera vad organ beslutat om en uppföljning",
        [Right.RecordFigures] = "Fylla i siffror och skäl till att de saknas",
        [Right.ImportGoals] = "Läsa in en målstruktur från ett ark",
        [Right.FetchStatistics] = "Hämta statistik",
        [Right.LoadDemo] = "Bygga demokommunen",
    };

    [Fact]
    public void The_document_says_what_the_rules_say()
    {
        var file = Path.Combine(Root(), "docs", "rattigheter.md");
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(file, Table());
        }

        (File.Exists(file) ? File.ReadAllText(file) : "").ShouldBe(
            Table(),
            $"Who may do what has changed. Read it, then write the document anew: {Write}=1 dotnet run --project tests/Ledstjarna.Domain.Tests -- -class \"*RightsTableTests*\""
        );
    }

    [Fact]
    public void The_auditor_and_the_representative_change_nothing() =>
        Enum.GetValues<Right>()
            .Where(r => r is not (Right.SignIn or Right.Read or Right.ReadPreparation or Right.ReadHistory))
            .SelectMany(r => new[] { AccessRules.ReachOf(Role.Auditor, r), AccessRules.ReachOf(Role.Representative, r) })
            .ShouldAllBe(reach => reach == Reach.None);

    [Fact]
    public void The_auditor_reads_everything() =>
        new[] { Right.Read, Right.ReadPreparation, Right.ReadHistory }.ShouldAllBe(r =>
            AccessRules.ReachOf(Role.Auditor, r) == Reach.Whole
        );

    [Fact]
    public void Only_the_administrator_decides_who_may_do_what() =>
        Enum.GetValues<Role>().Where(r => AccessRules.ReachOf(r, Right.ManagePeople) != Reach.None).ShouldBe([Role.Administrator]);

    [Fact]
    public void A_role_for_the_whole_municipality_never_has_a_right_for_its_own_units_only() =>
        Enum.GetValues<Role>()
            .Where(r => !r.IsPerUnit())
            .SelectMany(role => Enum.GetValues<Right>().Select(right => AccessRules.ReachOf(role, right)))
            .ShouldNotContain(Reach.OwnUnits);

    private static string Table()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder();
        text.Append("# Rättigheter\n\nVem som får göra vad. Tabellen skrivs av programmets egna regler och ändras aldrig för hand.\n\n");
        text.Append("- **hela kommunen**: allt i kommunen.\n");
        text.Append("- **egna enheter**: det som hör till den enhet rollen gäller för, och enheterna under den.\n");
        text.Append("- **–**: får inte.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", roles.Select(r => RoleNames[r]))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(roles.Select(_ => "---|"))}\n");
        foreach (var right in Enum.GetValues<Right>())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {RightNames[right]} | {string.Join(" | ", roles.Select(r => Words(AccessRules.ReachOf(r, right))))} |\n"
            );
        }

        text.Append(
            "\nBesökare som inte har loggat in läser bara i demokommunen. Den som sköter driften får allt, med kommandon på servern.\n"
        );
        return text.ToString();
    }

    private static string Words(Reach reach) =>
        reach switch
        {
            Reach.Whole => "hela kommunen",
            Reach.OwnUnits => "egna enheter",
            _ => "–",
        };

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ledstjarna.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
