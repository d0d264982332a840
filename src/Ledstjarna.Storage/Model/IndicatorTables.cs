using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledstjarna.Storage.Model;

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators");
        builder.HasKey(i => new { i.OrganisationId, i.Id });
        builder.Property(i => i.Name).IsName();
        builder.Ignore(i => i.ComparedWith);
        builder.HasIndex(i => new { i.OrganisationId, i.Code }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(i => new { i.OrganisationId, i.OwnerId }).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(i => new { i.OrganisationId, i.SubstituteId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IndicatorBreakTable : IEntityTypeConfiguration<IndicatorBreak>
{
    public void Configure(EntityTypeBuilder<IndicatorBreak> builder)
    {
        builder.ToTable("indicator_breaks");
        builder.HasKey(b => new
        {
            b.OrganisationId,
            b.IndicatorId,
            b.Day,
        });
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(b => new { b.OrganisationId, b.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandledFactsChangeTable : IEntityTypeConfiguration<HandledFactsChange>
{
    public void Configure(EntityTypeBuilder<HandledFactsChange> builder)
    {
        builder.ToTable("handled_facts_changes");
        builder.HasKey(h => new
        {
            h.OrganisationId,
            h.IndicatorId,
            h.ImportId,
        });
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(h => new { h.OrganisationId, h.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObservationTable : IEntityTypeConfiguration<RecordedObservation>
{
    public void Configure(EntityTypeBuilder<RecordedObservation> builder)
    {
        builder.ToTable("observations");
        builder.HasKey(o => new { o.OrganisationId, o.Id });
        builder.Property(o => o.Sequence).UseIdentityAlwaysColumn();
        builder.HasIndex(o => new
        {
            o.OrganisationId,
            o.IndicatorId,
            o.Period,
        });
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(o => new { o.OrganisationId, o.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetTable : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.ToTable("targets");
        builder.HasKey(t => new { t.OrganisationId, t.Id });
        builder.Ignore(t => t.Provenance);
        builder
            .HasOne<Indicator>()
            .WithMany()
            .HasForeignKey(t => new { t.OrganisationId, t.IndicatorId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(t => new { t.OrganisationId, t.DecisionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(t => new { t.OrganisationId, t.EndedBy }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActivityTable : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activities");
        builder.HasKey(a => new { a.OrganisationId, a.Id });
        builder.Property(a => a.Name).IsName();
        builder.HasIndex(a => new { a.OrganisationId, a.Code }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PrincipleTable : IEntityTypeConfiguration<OrganisationPrinciple>
{
    public void Configure(EntityTypeBuilder<OrganisationPrinciple> builder)
    {
        builder.ToTable("principles");
        builder.HasKey(p => new { p.OrganisationId, p.Id });
        builder.Property(p => p.Name).IsName();
        builder.Property(p => p.Rule).HasColumnType("jsonb");
        builder.HasIndex(p => new { p.OrganisationId, p.Key }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JudgementTable : IEntityTypeConfiguration<RecordedJudgement>
{
    public void Configure(EntityTypeBuilder<RecordedJudgement> builder)
    {
        builder.ToTable("judgements");
        builder.HasKey(j => new { j.OrganisationId, j.Id });
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(j => new { j.OrganisationId, j.FollowUpId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(j => new { j.OrganisationId, j.DecisionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MunicipalityTable : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.ToTable("municipalities", "statistics");
        builder.HasKey(m => m.Code);
        builder.Property(m => m.Name).IsName();
    }
}

internal sealed class ComparisonFigureTable : IEntityTypeConfiguration<ComparisonFigure>
{
    public void Configure(EntityTypeBuilder<ComparisonFigure> builder)
    {
        builder.ToTable("comparison_figures", "statistics");
        builder.HasKey(f => f.Code);
        builder.Property(f => f.Name).IsName();
    }
}

internal sealed class ComparisonValueTable : IEntityTypeConfiguration<ComparisonValue>
{
    public void Configure(EntityTypeBuilder<ComparisonValue> builder)
    {
        builder.ToTable("comparison_values", "statistics");
        builder.HasKey(v => new { v.FigureCode, v.MunicipalityCode });
        builder.HasOne<ComparisonFigure>().WithMany().HasForeignKey(v => v.FigureCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Municipality>().WithMany().HasForeignKey(v => v.MunicipalityCode).OnDelete(DeleteBehavior.Restrict);
    }
}
