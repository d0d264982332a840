using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>What trials of the same record and day share, kept as long as that version of the record is.</summary>
public sealed class KeptTrials
{
    /// <summary>Anyone may ask for any day; more than these are made anew.</summary>
    private const int MostDays = 16;

    private readonly ConditionalWeakTable<SteeringRecord, ConcurrentDictionary<DateOnly, LevelTrial>> _kept = [];

    public LevelTrial Of(Situation situation)
    {
        var days = _kept.GetValue(situation.Record, _ => new());
        if (days.Count > MostDays)
        {
            days.Clear();
        }

        return days.GetOrAdd(situation.CutOff, _ => new LevelTrial(situation));
    }
}
