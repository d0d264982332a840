using System.Net;
using System.Text.Json;
using Ledstjarna.Integrations.Mail;

namespace Ledstjarna.App.Tests.Web.Mails;

/// <summary>One mail handed to a real server.</summary>
public sealed class MailSenderTests(RealMailServer server) : IClassFixture<RealMailServer>
{
    private const string Long =
        "Påminnelse: Trygghet och säkerhet i Ö-viks närområden, lämna in senast 12 maj 🌍 – åäö ÅÄÖ, och sedan ännu mer text som inte får plats på en rad";

    [Fact]
    public async Task What_is_written_arrives_letter_by_letter_with_the_link_last()
    {
        var mail = await SendAsync(Mail(Long, "Hej Åsa!\n\nFigurer: 12,5 %.\n.\nRad efter en punkt.\nFrom x"));
        mail.GetProperty("subject").GetString().ShouldBe(Long);
        mail.GetProperty("text")
            .GetString()!
            .ReplaceLineEndings("\n")
            .ShouldBe(
                $"Hej Åsa!\n\nFigurer: 12,5 %.\n.\nRad efter en punkt.\nFrom x\n\n{RealMailServer.PublicAddress}/vaggeryd/siffror?indikator=SCB-TOT\n"
            );
        mail.GetProperty("html").ValueKind.ShouldBe(JsonValueKind.Null);
        mail.GetProperty("isAscii").GetBoolean().ShouldBeTrue();
        mail.GetProperty("from").GetProperty("name").GetString().ShouldBe("Ledstjärna");
        var to = mail.GetProperty("to")[0];
        (to.GetProperty("name").GetString(), to.GetProperty("address").GetString()).ShouldBe(("Åsa Öst", "asa@kommunen.example"));
        Header(mail, "auto-submitted").ShouldBe("auto-generated");
        Header(mail, "content-type").ShouldBe("text/plain; charset=utf-8");
        Header(mail, "message-id").ShouldEndWith("@ledstjarna.kommunen.example>");
    }

    [Fact]
    public async Task Neither_subject_nor_name_can_begin_a_header_of_its_own()
    {
        var mail = await SendAsync(
            Mail("Skurk\r\nBcc: alla@kommunen.example", "Text") with
            {
                Name = "Åsa\r\nBcc: alla@kommunen.example",
                Subject = "Skurk\r\nBcc: alla@kommunen.example\nX-Ond: ja",
            },
            "Skurk"
        );
        mail.GetProperty("recipients").EnumerateArray().Select(r => r.GetString()).ShouldBe(["asa@kommunen.example"]);
        mail.GetProperty("headers")
            .EnumerateArray()
            .Select(h => h.GetProperty("key").GetString())
            .Order()
            .ShouldBe([
                "auto-submitted",
                "content-transfer-encoding",
                "content-type",
                "date",
                "from",
                "message-id",
                "mime-version",
                "subject",
                "to",
            ]);
    }

    [Fact]
    public async Task The_server_is_told_who_we_are_when_it_asks()
    {
        var known = server.Strict with { UserName = "ledstjarna", Password = "inte hemligt: åäö" };
        await new MailSender(known).SendAsync(Mail("Inloggad", "Text"), TestContext.Current.CancellationToken);
        (await server.ArrivedAsync("Inloggad")).Single().GetProperty("user").GetString().ShouldBe("ledstjarna");
        (await FaultAsync(known with { Password = "gissat" })).Fault.ShouldBe(MailFault.Refused);
        (await FaultAsync(server.Strict)).Fault.ShouldBe(MailFault.Refused);
    }

    [Fact]
    public async Task Nothing_is_sent_in_the_open_when_it_is_to_be_encrypted()
    {
        (await FaultAsync(server.Open with { Tls = true })).Fault.ShouldBe(MailFault.NotSafe);
        (await FaultAsync(server.SelfSigned)).Fault.ShouldBe(MailFault.NotSafe);
        (await server.ArrivedAsync("Fel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_encrypted_when_the_server_is_vouched_for()
    {
#pragma warning disable SYSLIB0014, MA0039 // the framework's mail client asks here and nowhere else; the test is its own authority
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject.Contains("localhost");
        try
        {
            await new MailSender(server.SelfSigned).SendAsync(Mail("Krypterat", "Text"), TestContext.Current.CancellationToken);
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = null;
        }
#pragma warning restore SYSLIB0014, MA0039
        (await server.ArrivedAsync("Krypterat")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_recipient_a_silent_server_and_none_at_all_are_told_apart()
    {
        var refused = await FaultAsync(server.Open, Mail("Fel", "Text") with { Address = "okand@kommunen.example" });
        refused.Fault.ShouldBe(MailFault.RecipientRefused);
        refused.Answer.ShouldContain("<okand@kommunen.example> is not here");
        refused.ToString().ShouldNotContain("okand");
        (await FaultAsync(server.Silent)).Fault.ShouldBe(MailFault.Unreachable);
        (await FaultAsync(server.Open with { Port = 9 })).Fault.ShouldBe(MailFault.Unreachable);
        (await FaultAsync(server.Open with { Host = "finns-inte.invalid" })).Fault.ShouldBe(MailFault.Unreachable);
        foreach (var address in (string[])["a,b@kommunen.example", "x <y@kommunen.example>"])
        {
            (await FaultAsync(server.Open, Mail("Fel", "Text") with { Address = address })).Fault.ShouldBe(
                MailFault.RecipientRefused,
                address
            );
        }

        (await FaultAsync(server.Open, Mail("Fel", "Text") with { Address = "å@kommunen.example" })).Fault.ShouldBe(MailFault.Refused);
    }

    [Fact]
    public async Task Who_stops_it_is_not_kept_waiting()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Should.ThrowAsync<OperationCanceledException>(() =>
            new MailSender(server.Silent with { Timeout = TimeSpan.FromMinutes(5) }).SendAsync(Mail("Fel", "Text"), stop.Token)
        );
    }

    private static OutgoingMail Mail(string subject, string body) =>
        new(Guid.CreateVersion7(), "asa@kommunen.example", "Åsa Öst", subject, body, "/vaggeryd/siffror?indikator=SCB-TOT");

    private static string? Header(JsonElement mail, string key) =>
        mail.GetProperty("headers").EnumerateArray().Single(h => h.GetProperty("key").GetString() == key).GetProperty("value").GetString();

    private async Task<JsonElement> SendAsync(OutgoingMail mail, string? subject = null)
    {
        await new MailSender(server.Open).SendAsync(mail, TestContext.Current.CancellationToken);
        return (await server.ArrivedAsync(subject ?? mail.Subject)).Single();
    }

    private static Task<MailException> FaultAsync(MailServer to, OutgoingMail? mail = null) =>
        Should.ThrowAsync<MailException>(() =>
            new MailSender(to).SendAsync(mail ?? Mail("Fel", "Text"), TestContext.Current.CancellationToken)
        );
}
