using System.Linq.Expressions;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Model;

/// <summary>
/// One organisation's rows, and the statistics all share. Every query of an organisation's rows is filtered to this one; row-level security
/// is the second wall.
/// </summary>
public sealed class LedstjarnaContext(DbContextOptions<LedstjarnaContext> options, OrganisationId organisation) : DbContext(options)
{
    public const string OrganisationFilter = "organisation";

    /// <summary>The organisation whose rows are seen.</summary>
    public OrganisationId Organisation { get; } = organisation;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Conversions.AddIds(configurationBuilder);
        configurationBuilder.Properties<MunicipalityCode>().HaveConversion<OneValueConverter<MunicipalityCode, string>>();
        configurationBuilder.Properties<Period>().HaveConversion<PeriodConverter>();
        configurationBuilder.Properties<Principle>().HaveConversion<PrincipleConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Conventions.Add(_ => new SnakeCase());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LedstjarnaContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.FindProperty("OrganisationId") is not null).ToList())
        {
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(OrganisationFilter, OwnRows(entity.ClrType));
        }
    }

    /// <summary>row => row.OrganisationId == this.Organisation, asked of the context at hand: one cached model serves all organisations.</summary>
    private LambdaExpression OwnRows(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var own = Expression.Property(Expression.Constant(this), nameof(Organisation));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, "OrganisationId"), own), row);
    }
}
