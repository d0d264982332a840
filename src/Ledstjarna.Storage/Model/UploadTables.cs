using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class UploadTable : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads");
        builder.HasKey(u => new { u.OrganisationId, u.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(u => new { u.OrganisationId, u.AccountId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ColumnMatchTable : IEntityTypeConfiguration<ColumnMatch>
{
    public void Configure(EntityTypeBuilder<ColumnMatch> builder)
    {
        builder.ToTable("column_matches");
        builder.HasKey(m => new { m.OrganisationId, m.Headings });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
