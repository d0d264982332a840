using Ledstjarna.Domain;
using Ledstjarna.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

/// <summary>How many times an organisation's rows have changed; the database itself counts.</summary>
internal sealed class RecordVersion
{
    public OrganisationId OrganisationId { get; private init; }

    public long Version { get; private init; }

    /// <summary>How many of those times it was other rows than observations.</summary>
    public long Rest { get; private init; }
}

internal sealed class RecordVersionTable : IEntityTypeConfiguration<RecordVersion>
{
    public void Configure(EntityTypeBuilder<RecordVersion> builder)
    {
        builder.ToTable("record_versions");
        builder.HasKey(v => v.OrganisationId);
        builder.Property(v => v.OrganisationId).ValueGeneratedNever();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
