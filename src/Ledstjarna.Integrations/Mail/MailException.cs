namespace Ledstjarna.Integrations.Mail;

/// <summary>Why a mail was not sent.</summary>
public enum MailFault
{
    /// <summary>The server is not there, broke off, or did not answer in time.</summary>
    Unreachable,

    /// <summary>The connection could not be encrypted, or the server could not prove who it is.</summary>
    NotSafe,

    /// <summary>The server does not take mail to the recipient.</summary>
    RecipientRefused,

    /// <summary>The server does not take the mail, or does not let us in.</summary>
    Refused,
}

/// <summary>A mail was not sent.</summary>
/// <param name="fault">Why.</param>
/// <param name="answer">What the server said, or the machine. It can hold the recipient's address: for an administrator, not for the log.</param>
public sealed class MailException(MailFault fault, string answer) : Exception($"{fault}")
{
    public MailFault Fault { get; } = fault;

    public string Answer { get; } = answer;
}
