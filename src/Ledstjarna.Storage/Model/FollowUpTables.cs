using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class FollowUpTable : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("follow_ups");
        builder.HasKey(f => new { f.OrganisationId, f.Id });
        builder.Ignore(f => f.LeadsWithForecast).Ignore(f => f.IsDecided).Ignore(f => f.TakesReports);
        builder.HasIndex(f => new { f.OrganisationId, f.CutOff }).IsUnique();
        builder
            .HasOne<GoalStructure>()
            .WithMany()
            .HasForeignKey(f => new { f.OrganisationId, f.StructureId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<OrganisationPrinciple>()
            .WithMany()
            .HasForeignKey(f => new { f.OrganisationId, f.PrincipleId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<AmbitionLevel>()
            .WithMany()
            .HasForeignKey(f => new { f.OrganisationId, f.LevelId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(f => new { f.OrganisationId, f.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<MatterDocument>()
            .WithMany()
            .HasForeignKey(f => new { f.OrganisationId, f.StatementId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RequestTable : IEntityTypeConfiguration<Request>
{
    public void Configure(EntityTypeBuilder<Request> builder)
    {
        builder.ToTable("requests");
        builder.HasKey(r => new { r.OrganisationId, r.Id });
        builder.Ignore(r => r.IsReported);
        builder.Property(r => r.Report).HasConversion<ReportConverter>().HasColumnType("jsonb");
        builder
            .HasIndex(r => new
            {
                r.OrganisationId,
                r.FollowUpId,
                r.GoalId,
                r.UnitId,
            })
            .IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(r => new { r.OrganisationId, r.FollowUpId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Goal>().WithMany().HasForeignKey(r => new { r.OrganisationId, r.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => new { r.OrganisationId, r.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => new { r.OrganisationId, r.AccountId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => new { r.OrganisationId, r.StandInId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenFollowUpTable : IEntityTypeConfiguration<FrozenFollowUp>
{
    public void Configure(EntityTypeBuilder<FrozenFollowUp> builder)
    {
        builder.ToTable("frozen_follow_ups");
        builder.HasKey(f => new { f.OrganisationId, f.Id });
        builder.Ignore(f => f.Stands);
        builder
            .HasIndex(f => new
            {
                f.OrganisationId,
                f.FollowUpId,
                f.Number,
            })
            .IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(f => new { f.OrganisationId, f.FollowUpId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => new { f.OrganisationId, f.BodyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(f => new { f.OrganisationId, f.DecisionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenContentTable : IEntityTypeConfiguration<FrozenContent>
{
    public void Configure(EntityTypeBuilder<FrozenContent> builder)
    {
        builder.ToTable("frozen_contents");
        builder.HasKey(f => new { f.OrganisationId, f.Id });
        builder.Property(f => f.Content).HasColumnType("jsonb");
        builder.Property(f => f.Ratings).HasColumnType("jsonb");
        builder
            .HasOne<FrozenFollowUp>()
            .WithOne()
            .HasForeignKey<FrozenContent>(f => new { f.OrganisationId, f.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProposalTable : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        builder.HasKey(p => new { p.OrganisationId, p.Id });
        builder.Ignore(p => p.IsOpen);
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(p => new { p.OrganisationId, p.FollowUpId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Goal>().WithMany().HasForeignKey(p => new { p.OrganisationId, p.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.OrganisationId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.OrganisationId, p.SourceUnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(p => new { p.OrganisationId, p.ActivityId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(p => new { p.OrganisationId, p.AssignmentId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections");
        builder.HasKey(c => new { c.OrganisationId, c.Id });
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(c => new { c.OrganisationId, c.FollowUpId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(c => new { c.OrganisationId, c.DecisionId }).OnDelete(DeleteBehavior.Restrict);
    }
}
