namespace Ledstjarna.Domain;

/// <summary>Every way in which the domain says no. The names are stable; the sentences people read are made in one place, at the doors.</summary>
public enum RuleCode
{
    // values
    Required,
    NotFinite,
    NotPositive,
    Negative,
    NotAShare,
    TooLarge,
    TooLong,
    DateMalformed,
    PeriodMalformed,
    MunicipalityCodeMalformed,
    ParagraphMalformed,
    DatesOutOfOrder,

    // principles
    LensesEmpty,
    LensRepeated,
    GreenBelowHalf,
    YellowAboveHalf,
    NotAPercentage,
    NameTaken,
    PrincipleShipped,
    PrincipleInUse,

    // indicators and their figures
    ValueAndMissing,
    NeitherValueNorMissing,
    PeriodKindsMixed,
    TargetKindMissing,
    TargetKindRepeated,
    TargetAgainstDirection,
    TargetRangeReversed,
    TargetLimitOfAnotherKind,
    TargetLimitStricter,
    TargetMeanNeedsK,
    SubstituteUnknown,
    SubstituteItself,
    ProvenanceMissing,

    // a case and its tree
    IdEmpty,
    IdRepeated,
    IndicatorUnknown,
    ActivityUnknown,
    JudgedUnknown,
    ReasonMissing,
    HorizonBeforeCutOff,
    TreeTooDeep,

    // goals and organisation
    LevelUnknown,
    NumberTaken,
    ParentOfAnotherStructure,
    ParentBelowItself,
    NoLevelBelow,
    UnitMissing,
    NotACouncilGoal,
    StructuresOverlap,
    StructureUnknown,
    GoalUnknown,
    GoalHoldsGoals,
    EitherIndicatorOrActivity,
    DecisionMissing,
    PartOfDecidedFollowUp,
    StillReferredTo,
    UnitUnknown,
    NotABody,
    MunicipalityUnknown,
    ChoiceUnknown,
    NotAWholeNumber,
    NotANumber,
    AddressMalformed,

    // decisions, matters and levels
    ReferredToWhom,
    MinutesGoForward,
    DecisionTaken,
    OutsideCompetence,
    BeforeItWasGiven,
    DecisionGoverns,
    BringsNothingIntoForce,
    ClosedAndWithdrawn,
    LevelLocked,
    LevelHasNoAreas,
    LevelStepUnknown,
    AreaUnknown,
    AreaNotThere,

    /// <summary>A measurement area that goals already have lies where it lies; another is put elsewhere.</summary>
    AreaLiesElsewhere,

    /// <summary>A level adopted for later follow-ups counts on what the area says.</summary>
    AreaOfLaterLevel,

    /// <summary>A level adopted for later follow-ups holds the area that this one leaves out.</summary>
    AreaHeldLater,

    /// <summary>The area was to begin the same day, but something else than measures points to it.</summary>
    AreaBuiltOn,
    WeightOfUndecidedFollowUp,
    GoalOfAnotherBody,
    TargetOfAnotherBody,

    /// <summary>An expert's target would take the place of one that a body has decided.</summary>
    PoliticalTargetStands,
    PhraseUnknown,
    StructureNotValid,
    FollowUpAlreadyDecided,

    /// <summary>What the decision says is not what is to become of it.</summary>
    DecisionSaysOther,
    OtherGoalsThanTheCopied,
    TemplateMalformed,

    // follow-ups
    FollowUpUnknown,
    FollowUpStepUnknown,

    /// <summary>What is said in it is frozen, or it has not begun.</summary>
    FollowUpClosed,
    RequestOverdue,

    /// <summary>A follow-up on that day is there already.</summary>
    CutOffTaken,
    KnownBeforeCutOff,

    /// <summary>The body has no part of its own in it, or has decided it already.</summary>
    NoPartToDecide,
    NotDecidedYet,
    WhyMissing,

    // people and their work
    EmailMalformed,
    PasswordTooShort,
    LastAdministrator,
    ChangedMeanwhile,
    NothingToUndo,
}
