using Ledstjarna.App.Words;
using Ledstjarna.Integrations.Mail;

namespace Ledstjarna.App.Features.Mails;

/// <summary>Mails on their way, in words.</summary>
internal static class MailWords
{
    public const string RecipientInactive = "Personen får inte logga in";

    public const string Stale = "Brevet väntade i mer än en vecka utan att kunna skickas, och är för gammalt";

    public static string Failure(MailException e) =>
        e.Fault switch
        {
            MailFault.Unreachable => "E-postservern svarar inte",
            MailFault.NotSafe => "Anslutningen till e-postservern går inte att kryptera",
            MailFault.RecipientRefused => "E-postservern tar inte emot brev till adressen",
            _ => "E-postservern tar inte emot brevet",
        } + $": {e.Answer}";

    /// <summary>"ett brev", "tre brev"</summary>
    public static string Count(int count) => $"{Swedish.Count(count)} brev";

    public static string Summary(int waiting, int failed) =>
        (waiting, failed) switch
        {
            (0, 0) => "Inga brev väntar på att skickas.",
            (_, 0) => $"{Swedish.Capital(Count(waiting))} väntar på att skickas.",
            (0, _) => $"{Swedish.Capital(Count(failed))} har inte gått att skicka.",
            _ => $"{Swedish.Capital(Count(failed))} har inte gått att skicka, och {Count(waiting)} väntar.",
        };
}
