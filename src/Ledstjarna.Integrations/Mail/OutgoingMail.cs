namespace Ledstjarna.Integrations.Mail;

/// <summary>A mail as it is handed over.</summary>
/// <param name="Id">The same at every attempt: one that is sent twice can be known as one.</param>
/// <param name="Address">The recipient's.</param>
/// <param name="Name">The recipient's.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Link">A path within the product.</param>
public sealed record OutgoingMail(Guid Id, string Address, string Name, string Subject, string Body, string Link);
