using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Words;

/// <summary>Why a goal has its colour, said in sentences made of the engine's reasons. Pages, reports and the API all take them from here.</summary>
public static class GoalWords
{
    /// <summary>What is asked of the one who changes a goal: a committee's own is its secretary's too.</summary>
    public static Right RightFor(Goal goal) => goal.Kind == GoalKind.Committee ? Right.ManageUnitGoals : Right.ManageGoals;

    /// <summary>The whole of it: what the parts give, what is missing and what that can do, and what else a reader must know.</summary>
    public static IReadOnlyList<string> Why(AssessmentResult result, NodeRating rating) =>
        [
            .. new[]
            {
                Parts(result, rating),
                Missing(result, rating),
                Capped(result, rating),
                Near(rating),
                Departure(rating),
            }.OfType<string>(),
        ];

    /// <summary>"6 av 9 siffror": how many of those in play have a status.</summary>
    public static (int Known, int InPlay) Coverage(AssessmentResult result, NodeRating rating)
    {
        var statuses = Sensitivity.Leaves(result, rating).Select(l => LeafStatus(result, l)).Where(s => s != Status.NotDue).ToList();
        return (statuses.Count(s => s.IsRated()), statuses.Count);
    }

    public static Status LeafStatus(AssessmentResult result, TreePart leaf) =>
        result.FindIndicator(leaf.Id)?.Effective ?? result.FindActivity(leaf.Id)!.Effective;

    /// <summary>What the missing figures can make of the status: "De kan göra målet grönt, men inte rött."</summary>
    public static string? CanBecome(NodeRating rating)
    {
        if (rating.IsRobust)
        {
            return null;
        }

        var others = rating.Possible.Where(s => s != rating.Layers.Computed).OrderByDescending(s => s).Select(StatusWords.Colour).ToList();
        var never = new[] { Status.Achieved, Status.Partly, Status.NotAchieved }
            .Except(rating.Possible)
            .Where(s => s != rating.Layers.Computed)
            .ToList();
        var not = never.Count > 0 ? $", men inte {Swedish.Or([.. never.Select(StatusWords.Colour)])}" : "";
        return $"kan göra målet {Swedish.Or(others)}{not}";
    }

    private static string Parts(AssessmentResult result, NodeRating rating)
    {
        var (known, inPlay) = Coverage(result, rating);
        var computed = rating.Layers.Computed;
        if (computed == Status.NotDue)
        {
            return "Inget av det som mäts är aktuellt i perioden.";
        }

        if (rating.Children.Count == 0)
        {
            return rating.Layers.IsJudged
                ? "Inget mäts under målet. Bedömningen är gjord av människor."
                : "Grå: inget mäts under målet ännu.";
        }

        if (computed == Status.CannotBeAssessed)
        {
            return known == 0
                ? "Grå: ingen av siffrorna går att bedöma."
                : $"Grå: det som är känt väger {Swedish.Percent(rating.Coverage)}, och minst {Swedish.Percent(rating.Rule.MinCoverage)} krävs när det som saknas kan ändra färgen.";
        }

        var achieved = Sensitivity.Leaves(result, rating).Count(l => LeafStatus(result, l) == Status.Achieved);
        var count =
            inPlay > 0 ? $"{Swedish.Number(achieved)} av {Swedish.Number(inPlay)} siffror är uppfyllda" : "inga siffror är aktuella";
        return rating.Rule.Method switch
        {
            RollUpMethod.Mean =>
                $"{StatusWords.ColourName(computed)}: {count}. Delarna ger tillsammans {Swedish.Score(rating.Score ?? rating.Low ?? 0)} av 1. Gult börjar vid {Swedish.Score(rating.Rule.YellowAt)} och grönt vid {Swedish.Score(rating.Rule.GreenAt)}.",
            RollUpMethod.Weakest => $"{StatusWords.ColourName(computed)}: {count}, och målet är vad dess svagaste del är.",
            _ =>
                $"{StatusWords.ColourName(computed)}: {count}. Grönt kräver att {Swedish.Percent(rating.Rule.GreenAt)} är uppfyllt, gult att {Swedish.Percent(rating.Rule.YellowAt)} är minst delvis uppfyllt.",
        };
    }

    private static string? Missing(AssessmentResult result, NodeRating rating)
    {
        var unknown = Sensitivity
            .Leaves(result, rating)
            .Where(l => LeafStatus(result, l) == Status.CannotBeAssessed)
            .DistinctBy(l => l.Id)
            .ToList();
        if (unknown.Count == 0 || rating.Layers.Computed == Status.NotDue)
        {
            return null;
        }

        var reasons = unknown
            .Select(l => result.FindIndicator(l.Id)?.Missing)
            .OfType<MissingReason>()
            .GroupBy(r => r)
            .OrderByDescending(g => g.Count())
            .Select(g => StatusWords.Reason(g.Key))
            .Take(2)
            .ToList();
        var why = reasons.Count > 0 ? $" ({string.Join("; ", reasons)})" : "";
        var count = unknown.Count == 1 ? "En siffra" : $"{Swedish.Capital(Swedish.CountCommon(unknown.Count))} siffror";
        var can = CanBecome(rating);
        return rating.IsRobust ? $"{count} går inte att bedöma{why}, men det ändrar inte färgen."
            : rating.Layers.Computed == Status.CannotBeAssessed ? $"{count} går inte att bedöma{why}. Målet kan bli {Possible(rating)}."
            : $"{count} går inte att bedöma{why}. {(unknown.Count == 1 ? "Den" : "De")} {can}.";
    }

    /// <summary>"rött, gult eller grönt"</summary>
    public static string Possible(NodeRating rating) => Swedish.Or([.. rating.Possible.Select(StatusWords.Colour)]);

    private static string? Capped(AssessmentResult result, NodeRating rating)
    {
        var key = rating.Rule.Cap ? rating.Children.FirstOrDefault(c => c.Child.IsKey && c.Status == Status.NotAchieved) : default;
        return key.Child is null
            ? null
            : $"{(result.FindNode(key.Child.Id)?.Node.Name ?? "En nyckelsiffra")} är en nyckel och inte uppfylld. Därför kan målet inte bli bättre än gult.";
    }

    /// <summary>Where what people see is not what was computed.</summary>
    private static string? Departure(NodeRating rating) =>
        rating.Layers is not { IsJudged: true } layers || layers.Effective == layers.Computed ? null
        : rating.Children.Count == 0 ? null
        : $"{(layers.Decided is null ? "De sakkunniga" : "Det beslutande organet")} har bedömt målet som {StatusWords.Lower(layers.Effective)}, och det gäller.";

    private static string? Near(NodeRating rating) =>
        rating.Near ? "Poängen ligger nära en gräns: en liten förändring kan ändra färgen." : null;

    /// <summary>The council's goals: "Ett av fyra mål är uppfyllt."</summary>
    public static string AllGoals(Situation situation)
    {
        var (goals, axis) = (Tops(situation), situation.LeadingAxis);
        var achieved = goals.Count(s => s == Status.Achieved);
        var verb =
            axis == Axis.Forecast ? "bedöms uppfyllas"
            : achieved <= 1 ? "är uppfyllt"
            : "är uppfyllda";
        return $"{Swedish.Capital(Swedish.Count(achieved))} av {Swedish.Count(goals.Count)} mål {verb}.";
    }

    /// <summary>What the others are: "Två är delvis uppfyllda, ett är inte uppfyllt och ett kan inte bedömas."</summary>
    public static string OtherGoals(Situation situation)
    {
        var (goals, axis) = (Tops(situation), situation.LeadingAxis);
        var parts = new List<string>();
        Add(
            Status.Partly,
            axis == Axis.Forecast ? ("bedöms uppfyllas delvis", "bedöms uppfyllas delvis") : ("är delvis uppfyllt", "är delvis uppfyllda")
        );
        Add(
            Status.NotAchieved,
            axis == Axis.Forecast ? ("bedöms inte uppfyllas", "bedöms inte uppfyllas") : ("är inte uppfyllt", "är inte uppfyllda")
        );
        Add(Status.CannotBeAssessed, ("kan inte bedömas", "kan inte bedömas"));
        Add(Status.NotDue, ("är inte aktuellt i perioden", "är inte aktuella i perioden"));
        return parts.Count == 0 ? "" : $"{Swedish.Capital(Swedish.And(parts))}.";

        void Add(Status status, (string One, string Many) words)
        {
            var count = goals.Count(s => s == status);
            if (count > 0)
            {
                parts.Add($"{Swedish.Count(count)} {(count == 1 ? words.One : words.Many)}");
            }
        }
    }

    private static List<Status> Tops(Situation situation) =>
        [.. situation.TopGoals(GoalKind.Council).Select(g => situation.Rating(g).Effective)];
}
