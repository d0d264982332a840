using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Mails;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class MailTable : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails");
        builder.HasKey(m => new { m.OrganisationId, m.Id });
        builder.Ignore(m => m.State);
        builder.HasIndex(m => new { m.OrganisationId, m.Key }).IsUnique();
        builder.HasIndex(m => new { m.OrganisationId, m.NextAttemptAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.AccountId }).OnDelete(DeleteBehavior.Restrict);
    }
}
