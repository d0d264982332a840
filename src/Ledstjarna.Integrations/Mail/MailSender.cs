using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;

namespace Ledstjarna.Integrations.Mail;

/// <summary>Hands mails to a server, by SMTP.</summary>
/// <param name="server">Null: there is none, and nothing is sent.</param>
public sealed class MailSender(MailServer? server)
{
    /// <summary>What the framework puts before a server's own words.</summary>
    private const string BeforeAnswer = "The server response was: ";

    /// <summary>What the framework says of a server that has no STARTTLS; it gives no code for it.</summary>
    private const string NoStartTls = "does not support secure connections";

    public bool CanSend => server is not null;

    /// <exception cref="MailException">It was not sent, as far as can be known.</exception>
    /// <exception cref="OperationCanceledException">It was broken off; it may have been sent.</exception>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var to = server ?? throw new InvalidOperationException("there is no mail server");
        using var message = Message(to, mail);
        using var client = new SmtpClient(to.Host, to.Port) { EnableSsl = to.Tls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (to.UserName is not null)
        {
            client.Credentials = new NetworkCredential(to.UserName, to.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(to.Timeout);
        try
        {
            await client.SendMailAsync(message, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailException(MailFault.Unreachable, $"inget svar på {to.Timeout.TotalSeconds:0} sekunder");
        }
        catch (SmtpFailedRecipientException e)
        {
            throw new MailException(MailFault.RecipientRefused, Answer(e));
        }
        catch (SmtpException e)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new MailException(FaultOf(e), Answer(e));
        }
        catch (AuthenticationException e)
        {
            throw new MailException(MailFault.NotSafe, Answer(e));
        }
        catch (IOException e)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new MailException(MailFault.Unreachable, Answer(e));
        }
    }

    private static MailMessage Message(MailServer server, OutgoingMail mail)
    {
        if (!MailAddress.TryCreate(mail.Address, OneLine(mail.Name), Encoding.UTF8, out var to) || to.Address != mail.Address)
        {
            throw new MailException(MailFault.RecipientRefused, "adressen går inte att läsa");
        }

        var message = new MailMessage(new MailAddress(server.From), to)
        {
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = $"{mail.Body}\n\n{new Uri(server.PublicAddress, mail.Link).AbsoluteUri}\n".ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64, // so that no server on the way breaks lines or letters
            IsBodyHtml = false,
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{server.PublicAddress.IdnHost}>");
        return message;
    }

    /// <summary>Nothing in a header can begin another.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static MailFault FaultOf(SmtpException e) =>
        Causes(e).Any(c => c is AuthenticationException) ? MailFault.NotSafe
        : Causes(e).Any(c => c is IOException or System.Net.Sockets.SocketException or WebException) ? MailFault.Unreachable
        : e.Message.Contains(NoStartTls, StringComparison.Ordinal) ? MailFault.NotSafe
        : MailFault.Refused;

    private static string Answer(Exception e)
    {
        var message = Causes(e).Last().Message;
        var at = message.IndexOf(BeforeAnswer, StringComparison.Ordinal);
        return at < 0 ? message : message[(at + BeforeAnswer.Length)..];
    }

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
