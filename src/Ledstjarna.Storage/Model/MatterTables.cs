using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class DecisionTable : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.HasKey(d => new { d.OrganisationId, d.Id });
        builder.Ignore(d => d.BringsIntoForce).Ignore(d => d.TextIsPublic);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => new { d.OrganisationId, d.BodyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => new { d.OrganisationId, d.ReferredToId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Matter>().WithMany().HasForeignKey(d => new { d.OrganisationId, d.MatterId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CompetenceTable : IEntityTypeConfiguration<Competence>
{
    public void Configure(EntityTypeBuilder<Competence> builder)
    {
        builder.ToTable("competences");
        builder.HasKey(c => new { c.OrganisationId, c.Kind });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignments");
        builder.HasKey(a => new { a.OrganisationId, a.Id });
        builder.HasOne<Decision>().WithMany().HasForeignKey(a => new { a.OrganisationId, a.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(a => new { a.OrganisationId, a.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(a => new { a.OrganisationId, a.ClosedById }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Decision>()
            .WithMany()
            .HasForeignKey(a => new { a.OrganisationId, a.WithdrawnById })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MatterTable : IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Matter> builder)
    {
        builder.ToTable("matters");
        builder.HasKey(m => new { m.OrganisationId, m.Id });
        builder.Property(m => m.Title).IsName();
        builder.HasIndex(m => new { m.OrganisationId, m.DiaryNumber }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MatterDocumentTable : IEntityTypeConfiguration<MatterDocument>
{
    public void Configure(EntityTypeBuilder<MatterDocument> builder)
    {
        builder.ToTable("matter_documents");
        builder.HasKey(d => new { d.OrganisationId, d.Id });
        builder.HasOne<Matter>().WithMany().HasForeignKey(d => new { d.OrganisationId, d.MatterId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentFileTable : IEntityTypeConfiguration<DocumentFile>
{
    public void Configure(EntityTypeBuilder<DocumentFile> builder)
    {
        builder.ToTable("document_files");
        builder.HasKey(f => new { f.OrganisationId, f.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MemoTemplateTable : IEntityTypeConfiguration<MemoTemplate>
{
    public void Configure(EntityTypeBuilder<MemoTemplate> builder)
    {
        builder.ToTable("memo_templates");
        builder.HasKey(t => new { t.OrganisationId, t.Id });
        builder.Property(t => t.Name).IsName();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MemoTable : IEntityTypeConfiguration<Memo>
{
    public void Configure(EntityTypeBuilder<Memo> builder)
    {
        builder.ToTable("memos");
        builder.HasKey(m => new { m.OrganisationId, m.Id });
        builder.Property(m => m.Sections).HasConversion<MemoSectionsConverter>().HasColumnType("jsonb");
        builder.HasOne<Matter>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.MatterId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<MemoTemplate>()
            .WithMany()
            .HasForeignKey(m => new { m.OrganisationId, m.TemplateId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.ToId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.FromId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DispatchTable : IEntityTypeConfiguration<Dispatch>
{
    public void Configure(EntityTypeBuilder<Dispatch> builder)
    {
        builder.ToTable("dispatches");
        builder.HasKey(d => new { d.OrganisationId, d.Id });
        builder.HasOne<Memo>().WithMany().HasForeignKey(d => new { d.OrganisationId, d.MemoId }).OnDelete(DeleteBehavior.Restrict);
    }
}
