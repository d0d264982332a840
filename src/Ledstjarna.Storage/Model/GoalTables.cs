using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class GoalStructureTable : IEntityTypeConfiguration<GoalStructure>
{
    public void Configure(EntityTypeBuilder<GoalStructure> builder)
    {
        builder.ToTable("goal_structures");
        builder.HasKey(s => new { s.OrganisationId, s.Id });
        builder.ComplexProperty(s => s.Validity);
        builder
            .HasOne<OrganisationPrinciple>()
            .WithMany()
            .HasForeignKey(s => new { s.OrganisationId, s.PrincipleId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.DecisionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GoalTable : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("goals");
        builder.HasKey(g => new { g.OrganisationId, g.Id });
        builder.Property(g => g.ShortName).IsName();
        builder.ComplexProperty(g => g.Validity);
        builder
            .HasIndex(g => new
            {
                g.OrganisationId,
                g.StructureId,
                g.Number,
            })
            .IsUnique();
        builder
            .HasOne<GoalStructure>()
            .WithMany()
            .HasForeignKey(g => new { g.OrganisationId, g.StructureId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Goal>().WithMany().HasForeignKey(g => new { g.OrganisationId, g.ParentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => new { g.OrganisationId, g.UnitId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(g => new { g.OrganisationId, g.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(g => new { g.OrganisationId, g.EndedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClarificationTable : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> builder)
    {
        builder.ToTable("clarifications");
        builder.HasKey(c => new
        {
            c.OrganisationId,
            c.GoalId,
            c.Number,
        });
        builder.HasOne<Goal>().WithMany().HasForeignKey(c => new { c.OrganisationId, c.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(c => new { c.OrganisationId, c.EndedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExpectedOutcomeTable : IEntityTypeConfiguration<ExpectedOutcome>
{
    public void Configure(EntityTypeBuilder<ExpectedOutcome> builder)
    {
        builder.ToTable("expected_outcomes");
        builder.HasKey(o => new
        {
            o.OrganisationId,
            o.GoalId,
            o.BudgetYear,
        });
        builder.HasOne<Goal>().WithMany().HasForeignKey(o => new { o.OrganisationId, o.GoalId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContributionTable : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("contributions");
        builder.HasKey(c => new
        {
            c.OrganisationId,
            c.GoalId,
            c.CouncilGoalId,
        });
        builder.HasOne<Goal>().WithMany().HasForeignKey(c => new { c.OrganisationId, c.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Goal>().WithMany().HasForeignKey(c => new { c.OrganisationId, c.CouncilGoalId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureTable : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("measures");
        builder.HasKey(m => new
        {
            m.OrganisationId,
            m.GoalId,
            m.Order,
        });
        builder.HasOne<Goal>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(m => new { m.OrganisationId, m.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.ActivityId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.EndedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StrategyTable : IEntityTypeConfiguration<Strategy>
{
    public void Configure(EntityTypeBuilder<Strategy> builder)
    {
        builder.ToTable("strategies");
        builder.HasKey(s => new { s.OrganisationId, s.Id });
        builder.HasOne<Goal>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.EndedBy }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Strategy>()
            .WithMany()
            .HasForeignKey(s => new { s.OrganisationId, s.CompetesWithId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GlobalGoalLinkTable : IEntityTypeConfiguration<GlobalGoalLink>
{
    public void Configure(EntityTypeBuilder<GlobalGoalLink> builder)
    {
        builder.ToTable("global_goal_links");
        builder.HasKey(l => new
        {
            l.OrganisationId,
            l.GoalId,
            l.GlobalGoal,
        });
        builder.HasOne<Goal>().WithMany().HasForeignKey(l => new { l.OrganisationId, l.GoalId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConventionEffectTable : IEntityTypeConfiguration<ConventionEffect>
{
    public void Configure(EntityTypeBuilder<ConventionEffect> builder)
    {
        builder.ToTable("convention_effects");
        builder.HasKey(e => new
        {
            e.OrganisationId,
            e.GoalId,
            e.Article,
        });
        builder.HasOne<Goal>().WithMany().HasForeignKey(e => new { e.OrganisationId, e.GoalId }).OnDelete(DeleteBehavior.Restrict);
    }
}
