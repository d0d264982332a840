using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class StrategyGoalTable : IEntityTypeConfiguration<StrategyGoal>
{
    public void Configure(EntityTypeBuilder<StrategyGoal> builder)
    {
        builder.ToTable("strategy_goals");
        builder.HasKey(s => new
        {
            s.OrganisationId,
            s.StrategyId,
            s.GoalId,
        });
        builder.HasOne<Strategy>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.StrategyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Goal>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.GoalId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GoalSourceTable : IEntityTypeConfiguration<GoalSource>
{
    public void Configure(EntityTypeBuilder<GoalSource> builder)
    {
        builder.ToTable("goal_sources");
        builder.HasKey(s => new { s.OrganisationId, s.Id });
        builder.HasOne<Goal>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(s => new { s.OrganisationId, s.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<GoverningDocument>()
            .WithMany()
            .HasForeignKey(s => new { s.OrganisationId, s.DocumentId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentTable : IEntityTypeConfiguration<GoverningDocument>
{
    public void Configure(EntityTypeBuilder<GoverningDocument> builder)
    {
        builder.ToTable("documents");
        builder.HasKey(d => new { d.OrganisationId, d.Id });
        builder.Property(d => d.Title).IsName();
        builder.ComplexProperty(d => d.Validity);
        builder.HasOne<Decision>().WithMany().HasForeignKey(d => new { d.OrganisationId, d.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => new { d.OrganisationId, d.UnitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MappingTable : IEntityTypeConfiguration<Mapping>
{
    public void Configure(EntityTypeBuilder<Mapping> builder)
    {
        builder.ToTable("mappings");
        builder.HasKey(m => new { m.OrganisationId, m.Id });
        builder.HasOne<Goal>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.GoalId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(m => new { m.OrganisationId, m.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
