using System.Globalization;
using System.Net.Mail;
using Ledstjarna.Integrations.Mail;

namespace Ledstjarna.App.Doors;

/// <summary>A mail setting that cannot be used. The message is for the person at the console, in Swedish and in English.</summary>
public sealed class MailSettingsException(string setting, string swedish, string english)
    : Exception($"Inställningen {setting} {swedish}.\nThe setting {setting} {english}.");

/// <summary>Reads what mails are sent with, and refuses what cannot be used. <c>docs/drift.md</c> lists the settings.</summary>
internal sealed class MailSettings
{
    private const string Section = "Ledstjarna:Mail";
    private const string PublicAddressKey = "Ledstjarna:PublicAddress";

    /// <summary>TLS from the first byte; the framework's client only goes over to it.</summary>
    private const int TlsFromTheStart = 465;

    private static readonly string[] Known = ["Host", "Port", "From", "UserName", "Password", "Tls"];

    private readonly IConfiguration _configuration;

    private MailSettings(IConfiguration configuration) => _configuration = configuration;

    /// <returns>Null: no host is set, and nothing is sent.</returns>
    /// <exception cref="MailSettingsException">Something cannot be used.</exception>
    public static MailServer? Read(IConfiguration configuration) => new MailSettings(configuration).Read();

    private MailServer? Read()
    {
        var unknown = _configuration
            .GetSection(Section)
            .GetChildren()
            .FirstOrDefault(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw Wrong(unknown.Key, $"finns inte; de som finns är {string.Join(", ", Known)}", $"is none of {string.Join(", ", Known)}");
        }

        if (Text("Host") is not { } host)
        {
            return null;
        }

        var tls = Tls();
        var (user, password) = (Text("UserName"), Text("Password"));
        if (user is null != password is null)
        {
            throw Wrong(
                user is null ? "UserName" : "Password",
                "saknas; ange båda eller ingen av UserName och Password",
                "is missing; give both or neither of UserName and Password"
            );
        }

        if (user is not null && !tls && !IsThisMachine(host))
        {
            throw Wrong(
                "Tls",
                "får inte vara false när UserName är satt: lösenordet skulle gå okrypterat",
                "may not be false when UserName is set"
            );
        }

        return new MailServer
        {
            Host =
                Uri.CheckHostName(host) != UriHostNameType.Unknown
                    ? host
                    : throw Wrong(
                        "Host",
                        "ska vara serverns namn eller ip-adress, utan port",
                        "must be the server's name or IP address, without a port"
                    ),
            Port = Port(tls),
            From = From(),
            UserName = user,
            Password = password,
            Tls = tls,
            PublicAddress = PublicAddress(),
        };
    }

    private bool Tls() =>
        Text("Tls") is not { } text ? true
        : bool.TryParse(text, out var tls) ? tls
        : throw Wrong("Tls", "ska vara true eller false", "must be true or false");

    private int Port(bool tls)
    {
        if (Text("Port") is not { } text)
        {
            return tls ? 587 : 25;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and < 65536 and not TlsFromTheStart
            ? port
            : throw Wrong(
                "Port",
                "ska vara en port som går över till TLS, som 587; 465 går inte",
                "must be a port with STARTTLS, as 587; 465 will not do"
            );
    }

    private string From() =>
        Text("From") is { } from && !from.Any(char.IsControl) && MailAddress.TryCreate(from, out _)
            ? from
            : throw Wrong("From", "ska vara adressen som breven kommer från", "must be the address that mails come from");

    private Uri PublicAddress() =>
        Uri.TryCreate(_configuration[PublicAddressKey]?.Trim(), UriKind.Absolute, out var address)
        && address is { Scheme: "https" or "http", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            ? address
            : throw Fault(
                PublicAddressKey,
                "ska vara adressen där ni når Ledstjärna, som https://ledstjarna.kommunen.se: länkarna i breven leder dit",
                "must be the address where Ledstjärna is reached: the links in mails lead there"
            );

    private string? Text(string name) =>
        _configuration[$"{Section}:{name}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (System.Net.IPAddress.TryParse(host, out var ip) && System.Net.IPAddress.IsLoopback(ip));

    private static MailSettingsException Wrong(string name, string swedish, string english) => Fault($"{Section}:{name}", swedish, english);

    private static MailSettingsException Fault(string path, string swedish, string english) =>
        new(path.Replace(":", "__", StringComparison.Ordinal), swedish, english);
}
