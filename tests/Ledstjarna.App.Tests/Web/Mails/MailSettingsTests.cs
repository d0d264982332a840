using Ledstjarna.App.Doors;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.Storage;

namespace Ledstjarna.App.Tests.Web.Mails;

public sealed class MailSettingsTests
{
    private static readonly string[] Least =
    [
        "Mail:Host=smtp.kommunen.example",
        "Mail:From=Ledstjärna <noreply@kommunen.example>",
        "PublicAddress=https://ledstjarna.kommunen.example",
    ];

    [Theory]
    [InlineData("Mail:Host=smtp.kommunen.example:25", "Mail__Host")]
    [InlineData("Mail:Port=465", "Mail__Port")]
    [InlineData("Mail:Port=smtp", "Mail__Port")]
    [InlineData("Mail:From=", "Mail__From")]
    [InlineData("Mail:From=Ledstjärna", "Mail__From")]
    [InlineData("Mail:From=a@b.se\r\nBcc: x@y.se", "Mail__From")]
    [InlineData("Mail:Tls=ja", "Mail__Tls")]
    [InlineData("Mail:UserName=ledstjarna", "Mail__Password")]
    [InlineData("Mail:Password=hemligt", "Mail__UserName")]
    [InlineData("Mail:Passwrod=hemligt", "Mail__Passwrod")]
    [InlineData("PublicAddress=", "PublicAddress")]
    [InlineData("PublicAddress=ledstjarna.kommunen.example", "PublicAddress")]
    [InlineData("PublicAddress=https://kommunen.example/ledstjarna", "PublicAddress")]
    [InlineData("PublicAddress=ftp://kommunen.example", "PublicAddress")]
    public async Task What_cannot_be_used_is_refused_by_name_before_anything_is_sent(string setting, string name)
    {
        var refused = await Should.ThrowAsync<MailSettingsException>(() => BuildAsync([.. Least, setting]));
        refused.Message.ShouldStartWith($"Inställningen Ledstjarna__{name} ");
        refused.Message.ShouldContain($"The setting Ledstjarna__{name} ");
        refused.Message.ShouldNotContain("hemligt");
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_open()
    {
        string[] known = [.. Least, "Mail:UserName=ledstjarna", "Mail:Password=hemligt"];
        await BuildAsync(known);
        (await Should.ThrowAsync<MailSettingsException>(() => BuildAsync([.. known, "Mail:Tls=false"]))).Message.ShouldContain("Mail__Tls");
        await BuildAsync([.. known, "Mail:Tls=false", "Mail:Host=127.0.0.1"]);
    }

    [Fact]
    public Task Without_a_host_nothing_else_is_needed() => BuildAsync([]);

    private static async Task BuildAsync(string[] settings)
    {
        await using var database = new Database("Host=127.0.0.1");
        await using var app = WebDoor.Build([.. settings.Select(s => $"--Ledstjarna:{s}")], database);
    }
}
