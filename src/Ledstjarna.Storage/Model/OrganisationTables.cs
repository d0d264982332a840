using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal static class Names
{
    /// <summary>Å, ä and ö last; "Mål 2" before "Mål 10".</summary>
    public const string Swedish = "swedish";

    public static PropertyBuilder<string> IsName(this PropertyBuilder<string> property) => property.UseCollation(Swedish);
}

internal sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.HasKey(o => o.OrganisationId);
        builder.Property(o => o.OrganisationId).ValueGeneratedNever();
        builder.Property(o => o.Name).IsName();
        builder.HasIndex(o => o.Slug).IsUnique();
    }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.HasKey(u => new { u.OrganisationId, u.Id });
        builder.Property(u => u.Name).IsName();
        builder.ComplexProperty(u => u.Validity);
        builder.HasIndex(u => new { u.OrganisationId, u.Abbreviation }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => new { u.OrganisationId, u.ParentId }).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(u => u.Decides).Ignore(u => u.SetsGoals);
    }
}

internal sealed class TermTable : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.ToTable("terms");
        builder.HasKey(t => new { t.OrganisationId, t.Id });
        builder.ComplexProperty(t => t.Validity);
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => new { t.OrganisationId, t.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VisionTable : IEntityTypeConfiguration<Vision>
{
    public void Configure(EntityTypeBuilder<Vision> builder)
    {
        builder.ToTable("visions");
        builder.HasKey(v => new { v.OrganisationId, v.Id });
        builder.HasOne<Decision>().WithMany().HasForeignKey(v => new { v.OrganisationId, v.DecisionId }).OnDelete(DeleteBehavior.Restrict);
    }
}
