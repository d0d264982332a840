using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Decisions;

/// <summary>Kinds of things that are in force through a decision.</summary>
public enum GovernedKind
{
    Vision,
    GoalStructure,

    /// <summary>A council goal of the top level.</summary>
    CouncilGoal,

    /// <summary>A sub-goal or measurement area under a council goal.</summary>
    SubGoal,

    /// <summary>A committee's or company's own goal, or an internal one.</summary>
    UnitGoal,
    Strategy,
    AmbitionLevel,

    /// <summary>A political target, or the end of something measured.</summary>
    Target,
    GoverningDocument,
    FollowUp,
    Assignment,
}

/// <summary>Which kinds of bodies may decide one kind of thing (beslutanderätt). Outside it the product warns and asks for a reason.</summary>
public sealed class Competence
{
    public required OrganisationId OrganisationId { get; init; }

    public required GovernedKind Kind { get; init; }

    /// <summary>The kinds of units that may decide it, by their names.</summary>
    public required IReadOnlyList<string> Bodies { get; init; }

    /// <summary>The organisation's own rule, or the one that ships.</summary>
    public static Competence Of(SteeringRecord record, GovernedKind kind) =>
        record.Competences.FirstOrDefault(c => c.Kind == kind)
        ?? new Competence
        {
            OrganisationId = record.Organisation.OrganisationId,
            Kind = kind,
            Bodies = [.. Shipped(kind).Select(b => b.ToString())],
        };

    public static bool Allows(SteeringRecord record, GovernedKind kind, UnitKind body) =>
        Of(record, kind).Bodies.Contains(body.ToString(), StringComparer.Ordinal);

    // CS8524 is about numbers that are no kind at all; that every named kind has its arm is CS8509, an error.
#pragma warning disable CS8524
    private static UnitKind[] Shipped(GovernedKind kind) =>
        kind switch
        {
            GovernedKind.Vision or GovernedKind.GoalStructure or GovernedKind.CouncilGoal => [UnitKind.Council],
            GovernedKind.SubGoal or GovernedKind.Strategy => [UnitKind.Council, UnitKind.Board],
            GovernedKind.UnitGoal
            or GovernedKind.AmbitionLevel
            or GovernedKind.Target
            or GovernedKind.GoverningDocument
            or GovernedKind.FollowUp =>
            [
                UnitKind.Council,
                UnitKind.Board,
                UnitKind.Committee,
                UnitKind.JointCommittee,
                UnitKind.Association,
                UnitKind.Company,
            ],
            GovernedKind.Assignment => [.. Enum.GetValues<UnitKind>().Where(k => k < UnitKind.Administration)],
        };
#pragma warning restore CS8524
}
