namespace Ledstjarna.Domain.Access;

/// <summary>How far a right reaches for someone with a role.</summary>
public enum Reach
{
    None,

    /// <summary>What belongs to the units the role is held for.</summary>
    OwnUnits,

    /// <summary>All of the organisation.</summary>
    Whole,
}

/// <summary>Who may do what. A right without a rule here does not compile.</summary>
public static class AccessRules
{
    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    public static Reach ReachOf(Role role, Right right)
    {
        var (whole, own) = Rule(right);
        return whole.Contains(role) ? Reach.Whole
            : own.Contains(role) ? Reach.OwnUnits
            : Reach.None;
    }

    // CS8524 is about numbers that are no right at all; that every named right has its arm is CS8509, an error.
#pragma warning disable CS8524
    private static (Role[] Whole, Role[] Own) Rule(Right right) =>
        right switch
        {
            Right.SignIn => (Everyone, []),
            Right.Read => (Everyone, []),
            Right.ReadPreparation => (Everyone, []),
            Right.ReadHistory => ([Role.Administrator, Role.Strategist, Role.Auditor, Role.BodySecretary, Role.Management], []),
            Right.ManagePeople => ([Role.Administrator], []),
            Right.ManageOrganisation => ([Role.Administrator, Role.Strategist], []),
            Right.ManageGoals => ([Role.Strategist], []),
            Right.ManageUnitGoals => ([Role.Strategist], [Role.BodySecretary]),
            Right.ManageMeasures => ([Role.Strategist], []),
            Right.ManagePoliticalTargets => ([Role.Strategist], [Role.BodySecretary]),
            Right.ManageActivities => ([Role.Strategist], [Role.Expert, Role.BodySecretary]),
            Right.ManageStrategies => ([Role.Strategist], [Role.BodySecretary]),
            Right.ManageDocuments => ([Role.Strategist], [Role.BodySecretary]),
            Right.ManagePrinciples => ([Role.Strategist], []),
            Right.RegisterDecisions => ([Role.Strategist], [Role.BodySecretary]),
            Right.ManageMatters => ([Role.Strategist], [Role.BodySecretary]),
            Right.ManageAssignments => ([Role.Strategist], [Role.BodySecretary]),
            Right.ReportAssignments => ([Role.Strategist, Role.Management], [Role.Expert, Role.BodySecretary]),
            Right.ManageLevels => ([Role.Strategist], [Role.BodySecretary]),
            Right.RecordFigures => ([Role.Strategist], [Role.Expert]),
            Right.ManageFollowUps => ([Role.Strategist], []),
            Right.Report => ([Role.Strategist], [Role.Expert, Role.BodySecretary]),
            Right.DecideFollowUps => ([Role.Strategist], [Role.BodySecretary]),
            Right.ImportGoals => ([Role.Strategist], []),
            Right.FetchStatistics => ([Role.Administrator, Role.Strategist], []),
            Right.LoadDemo => ([], []),
        };
#pragma warning restore CS8524
}
