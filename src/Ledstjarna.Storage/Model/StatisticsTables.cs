using Ledstjarna.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Ledstjarna.Storage.Model;

internal sealed class ImportTable : IEntityTypeConfiguration<StatisticsImport>
{
    public void Configure(EntityTypeBuilder<StatisticsImport> builder)
    {
        builder.ToTable("imports", "statistics");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).UseIdentityByDefaultColumn();
        builder.HasIndex(i => i.Version).IsUnique();
    }
}

internal sealed class FetchedAnswerTable : IEntityTypeConfiguration<FetchedAnswer>
{
    public void Configure(EntityTypeBuilder<FetchedAnswer> builder)
    {
        builder.ToTable("fetched_answers", "statistics");
        builder.HasKey(a => new
        {
            a.ImportId,
            a.Step,
            a.Page,
        });
        builder.HasOne<StatisticsImport>().WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AreaTable : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("areas", "statistics");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).UseIdentityByDefaultColumn();
        builder.Property(a => a.Name).IsName();
        builder.HasIndex(a => a.Code).IsUnique();
    }
}

internal sealed class AreaGroupTable : IEntityTypeConfiguration<AreaGroup>
{
    public void Configure(EntityTypeBuilder<AreaGroup> builder)
    {
        builder.ToTable("area_groups", "statistics");
        builder.HasKey(g => g.Code);
        builder.Property(g => g.Name).IsName();
    }
}

internal sealed class KeyFigureTable : IEntityTypeConfiguration<KeyFigure>
{
    public void Configure(EntityTypeBuilder<KeyFigure> builder)
    {
        builder.ToTable("key_figures", "statistics");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).UseIdentityByDefaultColumn();
        builder.Property(k => k.Facts).HasColumnType("jsonb").HasConversion<KeyFigureFactsConverter>();
        builder.HasIndex(k => new { k.Source, k.Code }).IsUnique();
    }
}

/// <summary>A key figure's words, as they are searched for.</summary>
internal sealed class KeyFigureWords
{
    public required int KeyFigureId { get; init; }

    public required NpgsqlTsVector Words { get; init; }
}

internal sealed class KeyFigureWordsTable : IEntityTypeConfiguration<KeyFigureWords>
{
    public void Configure(EntityTypeBuilder<KeyFigureWords> builder)
    {
        builder.ToTable("key_figure_words", "statistics");
        builder.HasKey(w => w.KeyFigureId);
        builder.Property(w => w.KeyFigureId).ValueGeneratedNever();
        builder.HasOne<KeyFigure>().WithOne().HasForeignKey<KeyFigureWords>(w => w.KeyFigureId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EarlierFactsTable : IEntityTypeConfiguration<EarlierFacts>
{
    public void Configure(EntityTypeBuilder<EarlierFacts> builder)
    {
        builder.ToTable("earlier_facts", "statistics");
        builder.HasKey(v => new { v.KeyFigureId, v.ReplacedBy });
        builder.Property(v => v.Facts).HasColumnType("jsonb").HasConversion<KeyFigureFactsConverter>();
        builder.HasOne<KeyFigure>().WithMany().HasForeignKey(v => v.KeyFigureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StatisticsImport>().WithMany().HasForeignKey(v => v.ReplacedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeyFigureSetTable : IEntityTypeConfiguration<KeyFigureSet>
{
    public void Configure(EntityTypeBuilder<KeyFigureSet> builder)
    {
        builder.ToTable("key_figure_sets", "statistics");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Name).IsName();
    }
}

internal sealed class StoredFigureTable : IEntityTypeConfiguration<StoredFigure>
{
    public void Configure(EntityTypeBuilder<StoredFigure> builder)
    {
        builder.ToTable("figures", "statistics");
        builder.HasKey(f => new
        {
            f.KeyFigureId,
            f.Gender,
            f.Year,
            f.AreaId,
        });
    }
}

internal sealed class EarlierFigureTable : IEntityTypeConfiguration<EarlierFigure>
{
    public void Configure(EntityTypeBuilder<EarlierFigure> builder)
    {
        builder.ToTable("earlier_figures", "statistics");
        builder.HasKey(f => new
        {
            f.KeyFigureId,
            f.Gender,
            f.Year,
            f.AreaId,
            f.ReplacedBy,
        });
        builder.HasIndex(f => f.ReplacedBy);
    }
}
