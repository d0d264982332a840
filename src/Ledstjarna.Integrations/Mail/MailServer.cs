namespace Ledstjarna.Integrations.Mail;

/// <summary>The server that mails are handed to, and what they say of where they come from. <c>docs/drift.md</c> lists the settings.</summary>
public sealed record MailServer
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>An address, or a name and an address: "Ledstjärna &lt;ledstjarna@kommunen.se&gt;".</summary>
    public required string From { get; init; }

    /// <summary>Null: the server asks for no sign-in.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>STARTTLS, or nothing is sent.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Where people reach the product, without a path.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>The longest that an attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
