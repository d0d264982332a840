using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class AmbitionLevelTable : IEntityTypeConfiguration<AmbitionLevel>
{
    public void Configure(EntityTypeBuilder<AmbitionLevel> builder)
    {
        builder.ToTable("ambition_levels");
        builder.HasKey(l => new { l.OrganisationId, l.Id });
        builder.Property(l => l.Name).IsName();
        builder.ComplexProperty(l => l.Validity);
        builder.Ignore(l => l.IsOpen);
        builder.Ignore(l => l.IsPreparation);
        builder.HasOne<Unit>().WithMany().HasForeignKey(l => new { l.OrganisationId, l.BodyId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<GoalStructure>()
            .WithMany()
            .HasForeignKey(l => new { l.OrganisationId, l.StructureId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<OrganisationPrinciple>()
            .WithMany()
            .HasForeignKey(l => new { l.OrganisationId, l.PrincipleId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(l => new { l.OrganisationId, l.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<AmbitionLevel>()
            .WithMany()
            .HasForeignKey(l => new { l.OrganisationId, l.CopiedFromId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Matter>().WithMany().HasForeignKey(l => new { l.OrganisationId, l.MatterId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AmbitionAreaTable : IEntityTypeConfiguration<AmbitionArea>
{
    public void Configure(EntityTypeBuilder<AmbitionArea> builder)
    {
        builder.ToTable("ambition_areas");
        builder.HasKey(a => new
        {
            a.OrganisationId,
            a.LevelId,
            a.GoalId,
        });
        builder
            .HasOne<AmbitionLevel>()
            .WithMany()
            .HasForeignKey(a => new { a.OrganisationId, a.LevelId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AmbitionMeasureTable : IEntityTypeConfiguration<AmbitionMeasure>
{
    public void Configure(EntityTypeBuilder<AmbitionMeasure> builder)
    {
        builder.ToTable("ambition_measures");
        builder.HasKey(m => new { m.OrganisationId, m.Id });
        builder
            .HasOne<AmbitionArea>()
            .WithMany()
            .HasForeignKey(m => new
            {
                m.OrganisationId,
                m.LevelId,
                m.AreaId,
            })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(m => new { m.OrganisationId, m.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(m => new { m.OrganisationId, m.ActivityId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AmbitionTargetTable : IEntityTypeConfiguration<AmbitionTarget>
{
    public void Configure(EntityTypeBuilder<AmbitionTarget> builder)
    {
        builder.ToTable("ambition_targets");
        builder.HasKey(t => new { t.OrganisationId, t.Id });
        builder
            .HasOne<AmbitionLevel>()
            .WithMany()
            .HasForeignKey(t => new { t.OrganisationId, t.LevelId })
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(t => new { t.OrganisationId, t.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
