using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Assessment;

internal static partial class CaseReader
{
    private static MeasuredIndicator ReadIndicator(ref CaseJson json)
    {
        json.BeginObject();
        string? id = null;
        string? substitute = null;
        Direction? direction = null;
        double? cadence = null;
        double? carry = null;
        var lag = 0.0;
        List<DateOnly>? breaks = null;
        List<TargetLevel>? targets = null;
        List<Observation> observations = [];
        List<KeyValuePair<Period, double[]>>? groups = null;
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "id":
                    id = json.Text();
                    break;
                case "name":
                    json.Text();
                    break;
                case "direction":
                    direction = json.Word(CaseWords.Directions);
                    break;
                case "cadence":
                    cadence = json.Number();
                    break;
                case "lag":
                    lag = json.Number();
                    break;
                case "carry":
                    carry = json.Number();
                    break;
                case "substitute":
                    substitute = json.Text();
                    break;
                case "breaks":
                    breaks = ReadList(ref json, ReadDate);
                    break;
                case "targets":
                    targets = ReadList(ref json, ReadTarget);
                    break;
                case "observations":
                    observations = ReadList(ref json, ReadObservation);
                    break;
                case "group":
                    groups = ReadGroups(ref json);
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        return new MeasuredIndicator(
            id ?? throw Needed("id"),
            direction ?? throw Needed("direction"),
            cadence ?? throw Needed("cadence"),
            observations.Count == 0 ? ObservationSeries.Empty : new ObservationSeries(observations),
            targets,
            breaks,
            groups is null ? null : new ListedGroup(groups)
        )
        {
            Lag = lag,
            Carry = carry,
            Substitute = substitute,
        };
    }

    private static DateOnly ReadDate(ref CaseJson json) => json.Date();

    private static double ReadNumber(ref CaseJson json) => json.Number();

    private static Observation ReadObservation(ref CaseJson json)
    {
        json.BeginObject();
        Period? period = null;
        double? value = null;
        double? margin = null;
        MissingReason? missing = null;
        DateOnly? recorded = null;
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "period":
                    period = json.Period();
                    break;
                case "value":
                    value = json.Number();
                    break;
                case "missing":
                    missing = json.Word(CaseWords.Stated);
                    break;
                case "margin":
                    margin = json.Number();
                    break;
                case "recorded":
                    recorded = json.Date();
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        return Observation.Of(period ?? throw Needed("period"), value, missing, margin, recorded);
    }

    private static List<KeyValuePair<Period, double[]>> ReadGroups(ref CaseJson json)
    {
        json.BeginObject();
        var groups = new List<KeyValuePair<Period, double[]>>();
        for (var seen = new HashSet<string>(StringComparer.Ordinal); json.Key(seen, out var key); json.Leave())
        {
            groups.Add(new(Period.TryParse(key, out var period) ? period : throw json.NoPeriod(), [.. ReadList(ref json, ReadNumber)]));
        }

        return groups;
    }
}
