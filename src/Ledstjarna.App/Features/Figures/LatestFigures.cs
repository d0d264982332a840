using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Figures;

/// <summary>What stands of every period and breakdown now: of those recorded, the latest.</summary>
internal static class LatestFigures
{
    public static Dictionary<FigureKey, CurrentFigure> Of(SteeringRecord record, Func<RecordedObservation, bool> wanted)
    {
        var latest = new Dictionary<FigureKey, RecordedObservation>();
        foreach (var o in record.Observations)
        {
            if (!wanted(o))
            {
                continue;
            }

            var key = new FigureKey(o.IndicatorId, o.Period, o.Breakdown);
            if (!latest.TryGetValue(key, out var known) || (known.RecordedOn, known.Sequence).CompareTo((o.RecordedOn, o.Sequence)) < 0)
            {
                latest[key] = o;
            }
        }

        return latest.ToDictionary(
            l => l.Key,
            l => new CurrentFigure(l.Value.Value, l.Value.Missing)
            {
                Margin = l.Value.Margin,
                Answers = l.Value.Answers,
                IsPreliminary = l.Value.IsPreliminary,
                Note = l.Value.Note,
                ExpectedOn = l.Value.ExpectedOn,
            }
        );
    }
}
