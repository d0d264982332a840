using System.Text.Json;
using Ledstjarna.App.Features.Mails;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.App.Tests.Web.SignIn;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Integrations.Mail;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Tests.Web.Mails;

/// <summary>From the queue to a real server, with a clock that can be put forward.</summary>
public sealed class MailDeliveryTests(Server server, RealMailServer mailServer) : IClassFixture<RealMailServer>, IAsyncLifetime
{
    private static CancellationToken Go => TestContext.Current.CancellationToken;

    private readonly AdjustableTime _time = new();
    private string _name = "";
    private Database _database = null!;
    private Actor _operator = null!;
    private AccountId _expert;

    public async ValueTask InitializeAsync()
    {
        _name = await server.NewDatabaseAsync();
        _database = new Database(server.AsApp(_name));
        _operator = Actor.Operator((await _database.OrganisationsAsync(Go)).Single().OrganisationId);
        _expert = new AccountId(Guid.Parse((await server.ReadAsync(_name, "select id from accounts where name = 'Sakkunnig'")).Single()));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_queued_mail_arrives_once()
    {
        await QueueAsync("Påminnelse: Trygghet, lämna in senast 12 maj");
        (await SendAsync()).ShouldBe(new MailRound(1, 0, null));
        (await SendAsync()).ShouldBe(new MailRound(0, 0, null));
        _time.Later = TimeSpan.FromDays(2);
        (await SendAsync()).ShouldBe(new MailRound(0, 0, null));
        var mail = (await mailServer.ArrivedAsync("Trygghet, lämna in senast 12 maj")).Single();
        mail.GetProperty("recipients")[0].GetString().ShouldBe("expert@exempel.se");
        mail.GetProperty("text").GetString()!.TrimEnd().ShouldEndWith($"\n{RealMailServer.PublicAddress}/vaggeryd/siffror");
    }

    [Fact]
    public async Task The_same_mail_is_queued_once_and_none_when_the_change_was_not_saved()
    {
        var ledger = new Ledger(_database, _time);
        var mail = new NewMail(_expert, "samma", "Samma", "Text", "/vaggeryd");
        var queued = new List<bool>();
        await ledger.WriteAsync(_operator, Work([]), Go); // nothing was changed
        await Should.ThrowAsync<DomainRuleException>(() => ledger.WriteAsync(_operator, Work(null), Go));
        (await server.ReadAsync(_name, "select id from mails")).ShouldBeEmpty();
        var entry = new ChangeEntry(ChangeKind.Changed, "prov", "1", "Prov", [new FieldChange("namn", "Namn", "a", "b")]);
        await ledger.WriteAsync(_operator, Work([entry]), Go);
        await ledger.WriteAsync(_operator, Work([entry]), Go);
        queued.ShouldBe([true, true, true, false]);
        (await server.ReadAsync(_name, "select subject from mails")).ShouldBe(["Samma"]);
        await using var db = _database.Context(_operator.Organisation);
        await Should.ThrowAsync<InvalidOperationException>(() => QueueMail.AddAsync(db, mail, Now, Go));

        Func<Ledstjarna.Storage.Model.LedstjarnaContext, CancellationToken, Task<IReadOnlyList<ChangeEntry>>> Work(
            IReadOnlyList<ChangeEntry>? entries
        ) =>
            async (db, cancel) =>
            {
                queued.Add(await QueueMail.AddAsync(db, mail, Now, cancel));
                return entries ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
            };
    }

    [Fact]
    public async Task When_the_server_is_away_mails_wait_and_are_delivered_once_when_it_is_back()
    {
        await QueueAsync("Väntar ett");
        await QueueAsync("Väntar två");
        await mailServer.TakeDownAsync();
        (await SendAsync()).ShouldBe(new MailRound(0, 1, MailFault.Unreachable)); // and the second is left for the next round
        (await SendAsync()).ShouldBe(new MailRound(0, 1, MailFault.Unreachable));
        (await SendAsync()).ShouldBe(new MailRound(0, 0, null)); // not until a minute has gone
        var state = await OutboxAsync();
        state.Failed.Count.ShouldBe(2);
        state.Failed.ShouldAllBe(f => f.LastError!.StartsWith("E-postservern svarar inte: "));
        await mailServer.PutUpAsync();
        _time.Later = TimeSpan.FromMinutes(2);
        (await SendAsync()).ShouldBe(new MailRound(2, 0, null));
        (await mailServer.ArrivedAsync("Väntar")).Count.ShouldBe(2);
        (await OutboxAsync()).ShouldSatisfyAllConditions(o => o.Waiting.ShouldBe(0), o => o.Failed.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_refused_recipient_is_tried_for_a_day_and_then_when_someone_asks()
    {
        await server.RunAsync(_name, "update accounts set email = 'okand@exempel.se' where name = 'Sakkunnig'");
        await QueueAsync("Fel adress");
        await QueueAsync("Annan adress", await AccountAsync("Revisor"));
        (await SendAsync()).ShouldBe(new MailRound(1, 1, MailFault.RecipientRefused));
        var attempts = 1;
        for (_time.Later = TimeSpan.Zero; _time.Later < TimeSpan.FromHours(30); _time.Later += TimeSpan.FromMinutes(30))
        {
            attempts += (await SendAsync()).Failed;
        }

        attempts.ShouldBe(8);
        var failed = (await OutboxAsync()).Failed.ShouldHaveSingleItem();
        (failed.To, failed.Subject, failed.NextAttemptAt).ShouldBe(("Sakkunnig", "Fel adress", null));
        failed.LastError.ShouldBe("E-postservern tar inte emot brev till adressen: <okand@exempel.se> is not here");

        await server.RunAsync(_name, "update accounts set email = 'ratt@exempel.se' where name = 'Sakkunnig'");
        (await SendAsync()).ShouldBe(new MailRound(0, 0, null));
        (await new RetryMailsHandler(Outbox).HandleAsync(_operator, failed.Id, Go)).ShouldBe(1);
        (await SendAsync()).ShouldBe(new MailRound(1, 0, null));
        (await new RetryMailsHandler(Outbox).HandleAsync(_operator, null, Go)).ShouldBe(0);
        (await mailServer.ArrivedAsync("Fel adress")).Single().GetProperty("recipients")[0].GetString().ShouldBe("ratt@exempel.se");
    }

    [Fact]
    public async Task Several_senders_at_once_send_each_mail_once()
    {
        for (var i = 0; i < 12; i++)
        {
            await QueueAsync($"Samtidigt {i:00}");
        }

        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(), Go)));
        rounds.Sum(r => r.Sent).ShouldBe(12);
        rounds.Count(r => r.Sent > 0).ShouldBeGreaterThan(1);
        (await mailServer.ArrivedAsync("Samtidigt"))
            .Select(Subject)
            .Order()
            .ShouldBe(Enumerable.Range(0, 12).Select(i => $"Samtidigt {i:00}"));
    }

    [Fact]
    public async Task What_a_process_had_in_hand_when_it_ended_is_taken_up_when_its_claim_has_run_out()
    {
        await QueueAsync("Avbrutet");
        (await Outbox.ClaimAsync(_operator.Organisation, Go)).ShouldNotBeNull(); // and then the process is gone
        (await new RetryMailsHandler(Outbox).HandleAsync(_operator, null, Go)).ShouldBe(0);
        (await SendAsync()).ShouldBe(new MailRound(0, 0, null));
        _time.Later = Outbox.ClaimedFor + TimeSpan.FromSeconds(1);
        (await SendAsync()).ShouldBe(new MailRound(1, 0, null));
        (await mailServer.ArrivedAsync("Avbrutet")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Asking_for_another_attempt_while_one_is_made_gives_no_second_mail()
    {
        await QueueAsync("I handen");
        (await SendAsync(mailServer.Silent)).ShouldBe(new MailRound(0, 1, MailFault.Unreachable));
        _time.Later = TimeSpan.FromMinutes(2);
        var claimed = (await Outbox.ClaimAsync(_operator.Organisation, Go)).ShouldNotBeNull();
        (await new RetryMailsHandler(Outbox).HandleAsync(_operator, claimed.Mail.Id, Go)).ShouldBe(1);
        (await SendAsync()).ShouldBe(new MailRound(0, 0, null));
        await Outbox.SentAsync(claimed.Mail, Go);
        _time.Later = TimeSpan.FromHours(1);
        (await SendAsync()).ShouldBe(new MailRound(0, 0, null));
    }

    [Fact]
    public async Task Old_news_and_mail_to_who_may_not_sign_in_is_kept_in_the_product()
    {
        await QueueAsync("Inaktuellt");
        _time.Later = TimeSpan.FromDays(8);
        await QueueAsync("Till den som slutat", await AccountAsync("Revisor"));
        await server.RunAsync(_name, "update accounts set is_active = false where name = 'Revisor'");
        (await SendAsync()).ShouldBe(new MailRound(0, 2, null));
        (await OutboxAsync()).Failed.ShouldAllBe(f => f.NextAttemptAt == null);
        (await mailServer.ArrivedAsync("Inaktuellt")).ShouldBeEmpty();
        (await mailServer.ArrivedAsync("slutat")).ShouldBeEmpty();
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private Outbox Outbox => new(_database, _time);

    private Task<MailRound> SendAsync(MailServer? to = null) =>
        new SendMailsHandler(Outbox, new MailSender(to ?? mailServer.Open)).HandleAsync(_operator, Go);

    private Task<OutboxState> OutboxAsync() => Outbox.StateAsync(_operator, Go);

    private async Task<AccountId> AccountAsync(string name) =>
        new(Guid.Parse((await server.ReadAsync(_name, $"select id from accounts where name = '{name}'")).Single()));

    private Task QueueAsync(string subject, AccountId? to = null) =>
        Queue.AddAsync(_database, _operator.Organisation, new NewMail(to ?? _expert, subject, subject, "Text", "/vaggeryd/siffror"), Now);

    private static string Subject(JsonElement mail) => mail.GetProperty("subject").GetString()!;
}
