using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Statistics;

/// <summary>All municipalities but one, as that one is compared with them.</summary>
public sealed class NationalGroup(NationalFigures figures, MunicipalityCode own) : IGroup
{
    public Period? First => Period.Of(PeriodKind.Year, figures.FirstYear);

    public Others Of(Period period) => new(figures.Ascending(period.Year), figures.Of(period.Year, own));
}
