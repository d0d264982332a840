using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Words;

/// <summary>Levels and what differs between them, in plain sentences for a page or a memo.</summary>
public static class LevelWords
{
    public static string Name(SteeringRecord record, AmbitionMeasure measure) =>
        measure.IndicatorId is { } indicator
            ? record.Indicators.Single(i => i.Id == indicator).Name
            : record.Activities.Single(a => a.Id == measure.ActivityId).Name;

    public static string Kind(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Added => "Tillagt",
            DifferenceKind.Removed => "Borttaget",
            _ => "Ändrat",
        };

    /// <summary>"minst 65, delvis från 60, nått 2026-12-31"</summary>
    public static string Level(Indicator indicator, TargetLevel level) =>
        IndicatorWords.Target(indicator, level)
        + (
            IndicatorWords.Partly(indicator, level) is { } partly
                ? $", delvis {(level.Kind == TargetKind.AtMost ? "upp till" : "från")} {partly}"
                : ""
        )
        + (level.Due is { } due ? $", nått {Swedish.Date(due)}" : "");

    /// <summary>What differs, in one or more sentences.</summary>
    public static string Sentence(SteeringRecord record, LevelDifference difference) =>
        difference switch
        {
            LevelDifference.OfPrinciple p =>
                $"Principen för bedömning ändras från {Principle(record, p.Before)} till {Principle(record, p.After)}.",
            LevelDifference.OfArea a => Area(record, a),
            LevelDifference.OfMeasure m => Measure(record, m),
            LevelDifference.OfTarget t => Target(record, t) + (t.Why is { } why ? $" {Whole(why)}" : ""),
            _ => "",
        };

    /// <summary>The thing that differs, what it was and what it becomes: for a table.</summary>
    public static (string Thing, string Before, string After) Columns(SteeringRecord record, LevelDifference difference) =>
        difference switch
        {
            LevelDifference.OfPrinciple p => ("Princip för bedömning", Principle(record, p.Before), Principle(record, p.After)),
            LevelDifference.OfArea a => ($"Mätområdet {(a.After ?? a.Before)!.ShortName}", Text(a.Before), Text(a.After)),
            LevelDifference.OfMeasure m => (
                $"{Swedish.Capital(The(m.After ?? m.Before!))} {Name(record, m.After ?? m.Before!)}",
                Text(m.Before, m.AreaBefore),
                Text(m.After, m.AreaAfter)
            ),
            LevelDifference.OfTarget t when record.Indicators.Single(i => i.Id == t.IndicatorId) is var indicator => (
                $"Målvärdet för {indicator.Name}",
                t.Before is null ? "" : Level(indicator, t.Before),
                t.After is null ? "" : Level(indicator, t.After)
            ),
            _ => ("", "", ""),
        };

    private static string Area(SteeringRecord record, LevelDifference.OfArea area)
    {
        var (before, after) = (area.Before, area.After);
        if (before is null || after is null)
        {
            var parent = record.Goals.FirstOrDefault(g => g.Id == (after ?? before)!.ParentId);
            var under = parent is null ? "" : $" under {Choices.Name(parent)}";
            return before is null
                ? $"Mätområdet {after!.Number} {after.ShortName} läggs till{under}."
                : $"Mätområdet {before.Number} {before.ShortName} tas bort{under}.";
        }

        var changes = new List<string>();
        if (before.ShortName != after.ShortName)
        {
            changes.Add($"byter namn till {after.ShortName}");
        }

        if (before.Number != after.Number)
        {
            changes.Add($"får numret {after.Number}");
        }

        if (before.ParentId != after.ParentId)
        {
            changes.Add($"flyttas till {record.Goals.FirstOrDefault(g => g.Id == after.ParentId)?.ShortName ?? "översta nivån"}");
        }

        changes.AddRange(Weighed(before.Weight, after.Weight, before.IsKey, after.IsKey));
        if (!before.Mirrors.Order().SequenceEqual(after.Mirrors.Order()))
        {
            changes.Add(
                after.Mirrors.Count == 0
                    ? "speglar inte längre något förtydligande"
                    : $"speglar nu förtydligande {Swedish.And([.. after.Mirrors.Order().Select(m => Canonical.Text((int?)m))])}"
            );
        }

        return $"Mätområdet {before.ShortName} {Swedish.And(changes)}.";
    }

    private static string Measure(SteeringRecord record, LevelDifference.OfMeasure measure)
    {
        var (before, after) = (measure.Before, measure.After);
        var name = $"{Swedish.Capital(The(after ?? before!))} {Name(record, after ?? before!)}";
        if (before is null)
        {
            return $"{name} läggs till i {measure.AreaAfter?.ShortName}.";
        }

        if (after is null)
        {
            return $"{name} tas bort ur {measure.AreaBefore?.ShortName}.";
        }

        var changes = new List<string>();
        if (before.AreaId != after.AreaId)
        {
            changes.Add($"flyttas från {measure.AreaBefore?.ShortName} till {measure.AreaAfter?.ShortName}");
        }

        changes.AddRange(Weighed(before.Weight, after.Weight, before.IsKey, after.IsKey));
        return $"{name} {Swedish.And(changes)}.";
    }

    private static IEnumerable<string> Weighed(double before, double after, bool wasKey, bool isKey)
    {
        if (before != after)
        {
            yield return $"får vikten {Weight(after)} i stället för {Weight(before)}";
        }

        if (wasKey != isKey)
        {
            yield return isKey ? "blir nyckel, så att rött här sänker målet" : "är inte längre nyckel";
        }
    }

    private static string Target(SteeringRecord record, LevelDifference.OfTarget target)
    {
        var indicator = record.Indicators.Single(i => i.Id == target.IndicatorId);
        var (before, after) = (target.Before, target.After);
        var by = (after ?? before)!.Due is { } due ? $" till {Swedish.LongDate(due)}" : "";
        if (before is null)
        {
            return $"{indicator.Name} får ett politiskt målvärde{by}: {IndicatorWords.Target(indicator, after!)}{Limit(indicator, after!)}.";
        }

        if (after is null)
        {
            var experts = target.IsLeftToExperts ? " Sakkunniga bedömer." : "";
            return $"Det politiska målvärdet för {indicator.Name}{by}, {IndicatorWords.Target(indicator, before)}, tas bort.{experts}";
        }

        var sentences = new List<string>();
        var isMoved = before.Due != after.Due;
        if (isMoved)
        {
            sentences.Add(
                $"Målvärdet för {indicator.Name} {Reached(after.Due)} i stället för {(before.Due is { } was ? Swedish.LongDate(was) : "hela tiden")}."
            );
        }

        var samePartly = IndicatorWords.Partly(indicator, before) == IndicatorWords.Partly(indicator, after);
        if (!isMoved || !samePartly || IndicatorWords.Target(indicator, before) != IndicatorWords.Target(indicator, after))
        {
            sentences.Add(Moved(indicator, before, after, by));
        }

        if (!samePartly)
        {
            sentences.Add(
                $"Gränsen för delvis är {IndicatorWords.Partly(indicator, after) ?? "principens"} i stället för {IndicatorWords.Partly(indicator, before) ?? "principens"}."
            );
        }

        return string.Join(' ', sentences);
    }

    private static string Reached(DateOnly? due) => due is { } day ? $"ska vara nått {Swedish.LongDate(day)}" : "gäller hela tiden";

    /// <summary>"Målvärdet för … höjs från 62 till 65."</summary>
    private static string Moved(Indicator indicator, TargetLevel before, TargetLevel after, string by)
    {
        if (IndicatorWords.Target(indicator, before) == IndicatorWords.Target(indicator, after))
        {
            return $"Målvärdet för {indicator.Name}{by} är detsamma, {IndicatorWords.Target(indicator, after)}.";
        }

        if (before.Kind != after.Kind || before.MeanOf != after.MeanOf || after.Kind is TargetKind.Between or TargetKind.Improve)
        {
            return $"Målvärdet för {indicator.Name}{by} ändras från {IndicatorWords.Target(indicator, before)} till {IndicatorWords.Target(indicator, after)}.";
        }

        var verb = after.Value > before.Value ? "höjs" : "sänks";
        return $"Målvärdet för {indicator.Name}{by} {verb} från {Number(indicator, before)} till {Number(indicator, after)}.";
    }

    private static string Number(Indicator indicator, TargetLevel level) =>
        IndicatorWords.Target(indicator, level)[(level.Kind == TargetKind.AtMost ? "högst ".Length : "minst ".Length)..];

    private static string Limit(Indicator indicator, TargetLevel level) =>
        IndicatorWords.Partly(indicator, level) is { } partly
            ? $", delvis {(level.Kind == TargetKind.AtMost ? "upp till" : "från")} {partly}"
            : "";

    private static string Principle(SteeringRecord record, PrincipleId id) => record.Principles.Single(p => p.Id == id).Name;

    private static string The(AmbitionMeasure measure) => measure.IndicatorId is null ? "aktiviteten" : "indikatorn";

    private static string Text(AmbitionArea? area) =>
        area is null
            ? ""
            : $"{area.Number} {area.ShortName}, vikt {Weight(area.Weight)}{(area.IsKey ? ", nyckel" : "")}"
                + (
                    area.Mirrors.Count == 0
                        ? ""
                        : $", speglar {Swedish.And([.. area.Mirrors.Order().Select(m => Canonical.Text((int?)m))])}"
                );

    private static string Text(AmbitionMeasure? measure, AmbitionArea? area) =>
        measure is null ? "" : $"{area?.ShortName}, vikt {Weight(measure.Weight)}{(measure.IsKey ? ", nyckel" : "")}";

    public static string Weight(double weight) =>
        Swedish.Number(
            weight,
            weight % 1 == 0 ? 0
                : weight * 10 % 1 == 0 ? 1
                : 2
        );

    private static string Whole(string sentence) => sentence.TrimEnd() is var s && s.EndsWith('.') ? s : $"{s}.";
}
