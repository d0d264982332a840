using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasKey(a => new { a.OrganisationId, a.Id });
        builder.Property(a => a.Name).IsName();
        builder.HasIndex(a => new { a.OrganisationId, a.Email }).IsUnique();
        builder
            .HasIndex(a => new
            {
                a.OrganisationId,
                a.Provider,
                a.Subject,
            })
            .IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleGrantTable : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("role_grants");
        builder.HasKey(g => new { g.OrganisationId, g.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(g => new { g.OrganisationId, g.AccountId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => new { g.OrganisationId, g.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(c => new { c.OrganisationId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.HasIndex(c => new
        {
            c.OrganisationId,
            c.ThingKind,
            c.ThingId,
            c.Number,
        });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
