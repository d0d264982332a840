namespace Ledstjarna.Domain.Assessment;

/// <summary>Why there is no figure. The first seven can be stated of a period; the last three are what the engine finds.</summary>
public enum MissingReason
{
    SurveyNotRun,
    QuestionReplaced,
    Delayed,

    /// <summary>Secrecy or too few answers.</summary>
    Suppressed,
    Discontinued,

    /// <summary>Not missing at all: there is nothing to measure, and the indicator takes no part.</summary>
    NotApplicable,

    /// <summary>An earlier figure or reason was taken back: the period has neither.</summary>
    Withdrawn,

    TooOld,
    NoValue,

    /// <summary>There is a figure but nothing to judge it by: an expert must.</summary>
    NoBasis,
}
