namespace Ledstjarna.Domain.Access;

/// <summary>What can be done. Every handler asks for one.</summary>
public enum Right
{
    /// <summary>Try to sign in, and change one's own password.</summary>
    SignIn,

    /// <summary>Read goals, figures, decisions and statuses.</summary>
    Read,

    /// <summary>Read what is being prepared: unadjusted minutes, matters' documents, memos, drafts of levels.</summary>
    ReadPreparation,

    /// <summary>Read who changed what and when.</summary>
    ReadHistory,

    /// <summary>Make and change people, their roles and ways to sign in.</summary>
    ManagePeople,

    /// <summary>The organisation itself: units, terms, vision, comparison municipalities.</summary>
    ManageOrganisation,

    /// <summary>Structures, council goals and internal goals, with their clarifications, expectations, sources and mappings.</summary>
    ManageGoals,

    /// <summary>A unit's own goals, what is expected of them and what they contribute to.</summary>
    ManageUnitGoals,

    /// <summary>Indicators, what is measured where, experts' targets, breaks and substitutes.</summary>
    ManageMeasures,

    /// <summary>Targets that a body has decided.</summary>
    ManagePoliticalTargets,

    /// <summary>Activities: their state and due dates.</summary>
    ManageActivities,

    /// <summary>Political strategies with proposals and reservations.</summary>
    ManageStrategies,

    /// <summary>Governing documents.</summary>
    ManageDocuments,

    /// <summary>Principles of assessment.</summary>
    ManagePrinciples,

    /// <summary>Register what a body has decided.</summary>
    RegisterDecisions,

    /// <summary>Matters with their documents and memos.</summary>
    ManageMatters,

    /// <summary>What bodies told units to do, and what came of it.</summary>
    ManageAssignments,

    /// <summary>Say what came of an assignment that one's unit was given.</summary>
    ReportAssignments,

    /// <summary>Drafts of ambition levels, and what becomes of them.</summary>
    ManageLevels,

    /// <summary>Record figures, and reasons for those that are missing.</summary>
    RecordFigures,

    /// <summary>Plan follow-ups, ask units, and take follow-ups from step to step.</summary>
    ManageFollowUps,

    /// <summary>Report what one's unit is asked for in a follow-up.</summary>
    Report,

    /// <summary>Register what a body decided of a follow-up, and correct it afterwards.</summary>
    DecideFollowUps,

    /// <summary>Bring in a whole goal tree from a sheet.</summary>
    ImportGoals,

    /// <summary>Fetch statistics from their sources, and stop it.</summary>
    FetchStatistics,

    /// <summary>Make the demonstration municipality.</summary>
    LoadDemo,
}
