using System.Text;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Features.GetStarted;
using Ledstjarna.App.Features.People;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>Beside the demonstration, a second municipality that is not open to all, with something of every kind in it.</summary>
public sealed class TwoOrganisations(Server server) : House(server)
{
    public const string Slug = "habo";

    /// <summary>In every text of the second one's, and nowhere else.</summary>
    public const string Mark = "Zebrafink";

    public const string Password = "en zebrafink i taket";

    public OrganisationId First { get; private set; }

    public OrganisationId Second { get; private set; }

    /// <summary>The second one's administrator and strategist.</summary>
    public string AccountId { get; private set; } = "";

    /// <summary>A mail to the second one's administrator.</summary>
    public string MailId { get; private set; } = "";

    public Person Administrator { get; private set; } = null!;

    public Editors Editors => Services.GetRequiredService<Editors>();

    protected override string[] Settings =>
        ["--Ledstjarna:Limits:SignInPerMinute", "100000", "--Ledstjarna:Limits:ImportPerMinute", "100000"];

    public async Task<SteeringRecord> RecordAsync(OrganisationId organisation) =>
        (await Services.GetRequiredService<SteeringRecords>().ReadAsync(organisation))!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        First = new OrganisationId(
            Guid.Parse((await Server.ReadAsync(DatabaseName, "select organisation_id from organisations")).Single())
        );
        var (account, slug) = await Services
            .GetRequiredService<CreateOrganisationHandler>()
            .HandleAsync(
                Actor.Operator(default),
                new CreateOrganisation("0643", $"{Mark} Administratör", "admin@habo.example"),
                CancellationToken.None
            );
        slug.ShouldBe(Slug);
        (Second, AccountId) = (account.OrganisationId, account.Id.Value.ToString());
        var link = PeopleLinks.ChoosePassword(Slug, Services.GetRequiredService<OneTimeLinks>().ChoosePassword(account));
        Administrator = await Person.ChoosePasswordAsync(this, link, Password);
        await ImportExampleAsync();
        await AddUnitAsync();
        await AddLevelAsync();

        // Some kinds need others: what could not be made the first time round is made the second.
        var left = Editors.All.Where(e => e.CanAdd).ToList();
        var refused = new List<string>();
        for (var round = 0; round < 2; round++)
        {
            refused.Clear();
            foreach (var editor in left.ToList())
            {
                if (await RefusedAsync(editor) is { } sentence)
                {
                    refused.Add($"{editor.Key}: {sentence}");
                }
                else
                {
                    left.Remove(editor);
                }
            }
        }

        refused.ShouldBeEmpty();

        await RecordFigureAsync();
        await KeepDocumentAsync();
        await QueueMailAsync(account.Id);
    }

    public override async ValueTask DisposeAsync()
    {
        Administrator?.Dispose();
        await base.DisposeAsync();
    }

    private async Task ImportExampleAsync()
    {
        const string Sheet = $"/{Slug}/malark";
        await Administrator.OpenAsync($"{Sheet}?exempel=ja");
        var text = Administrator
            .Value("text")
            .Replace("Valdeltagande", Mark + "valdeltagande")
            .Replace("\t\tvaldeltagande\t", $"\t\t{Mark}\t");
        await Administrator.SubmitAsync(Sheet, ("text", text), ("f.name", $"{Mark} mål"), ("f.from", "2023-01-01"), ("klart", "ja"));
        Administrator.Next.ShouldNotBeNull(Administrator.Page.Text);
    }

    private async Task AddUnitAsync()
    {
        const string Form = $"/{Slug}/kom-igang/enheter";
        await Administrator.OpenAsync(Form);
        await Administrator.SubmitAsync(Form, ("f.units", $"{Mark[..5]}; {Mark}nämnden; Nämnd; KF"));
        Administrator.Next.ShouldNotBeNull(Administrator.Page.Text);
    }

    private async Task AddLevelAsync()
    {
        const string Form = $"/{Slug}/nivaer";
        await Administrator.OpenAsync(Form);
        await Administrator.SubmitAsync(Form, ("f.name", $"{Mark} nivå"));
        Administrator.Next.ShouldNotBeNull(Administrator.Page.Text);
    }

    /// <summary>Makes one thing of a kind that has none with the mark, by its form.</summary>
    /// <returns>What the page says when it was not made; null when it was.</returns>
    private async Task<string?> RefusedAsync(IEditor editor)
    {
        var record = await RecordAsync(Second);
        if (
            editor.All(record).Any(t => editor.Fields(record, t.Values).Any(f => t.Values[f.Name].Contains(Mark, StringComparison.Ordinal)))
        )
        {
            return null;
        }

        var form = $"/{Slug}/arbeta/{editor.Key}/ny";
        if (FormFiller.Given(editor, record) is var given && editor.BeginsAt(given) is { } elsewhere)
        {
            return elsewhere;
        }

        await Administrator.OpenAsync(form + FormFiller.Query(given));
        var values = FormFiller.Values(editor, record, editor.Begin(record, given), Mark);
        await Administrator.SubmitAsync(form, [.. values.Select(v => ($"f.{v.Name}", (string?)v.Value))]);
        return Administrator.Next is null ? Administrator.Page.Text.Split("Det är inte sparat")[^1][..160] : null;
    }

    private async Task KeepDocumentAsync()
    {
        var matter = $"/{Slug}/arenden/{(await RecordAsync(Second)).Matters[0].Id.Value}";
        await Administrator.OpenAsync(matter);
        await Administrator.UploadAsync($"{matter}/handlingar", $"{Mark}.txt", Encoding.UTF8.GetBytes(Mark));
        Administrator.Next.ShouldNotBeNull(Administrator.Page.Text);
    }

    private async Task QueueMailAsync(AccountId to)
    {
        await Queue.AddAsync(
            Services.GetRequiredService<Database>(),
            Second,
            new NewMail(to, Mark, $"{Mark} ämne", $"{Mark} text", $"/{Slug}"),
            TimeProvider.System.GetUtcNow().UtcDateTime
        );
        MailId = (await Server.ReadAsync(DatabaseName, "select id from mails")).Single();
    }

    private async Task RecordFigureAsync()
    {
        const string Form = $"/{Slug}/siffror?indikator={Mark}";
        await Administrator.OpenAsync(Form);
        await Administrator.SubmitAsync(Form, (Administrator.NameOf("v."), "4711,5"));
        Administrator.Next.ShouldNotBeNull(Administrator.Page.Text);
    }
}
