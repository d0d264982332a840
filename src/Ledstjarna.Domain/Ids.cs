namespace Ledstjarna.Domain;

// One type per kind of thing, so that what must not be mixed cannot be. All are version 7 GUIDs unless a loader derives them.

public readonly record struct OrganisationId(Guid Value);

public readonly record struct UnitId(Guid Value);

public readonly record struct TermId(Guid Value);

public readonly record struct VisionId(Guid Value);

public readonly record struct DecisionId(Guid Value);

public readonly record struct GoalStructureId(Guid Value);

public readonly record struct GoalId(Guid Value);

public readonly record struct StrategyId(Guid Value);

public readonly record struct IndicatorId(Guid Value);

public readonly record struct ObservationId(Guid Value);

public readonly record struct TargetId(Guid Value);

public readonly record struct ActivityId(Guid Value);

public readonly record struct PrincipleId(Guid Value);

public readonly record struct FollowUpId(Guid Value);

public readonly record struct RequestId(Guid Value);

public readonly record struct FrozenId(Guid Value);

public readonly record struct CorrectionId(Guid Value);

public readonly record struct ProposalId(Guid Value);

public readonly record struct JudgementId(Guid Value);

public readonly record struct AccountId(Guid Value);

public readonly record struct RoleGrantId(Guid Value);

public readonly record struct GoalSourceId(Guid Value);

public readonly record struct MappingId(Guid Value);

public readonly record struct DocumentId(Guid Value);

public readonly record struct UploadId(Guid Value);

public readonly record struct MatterId(Guid Value);

public readonly record struct MatterDocumentId(Guid Value);

public readonly record struct AssignmentId(Guid Value);

public readonly record struct AmbitionLevelId(Guid Value);

public readonly record struct AmbitionMeasureId(Guid Value);

public readonly record struct AmbitionTargetId(Guid Value);

public readonly record struct MemoTemplateId(Guid Value);

public readonly record struct MemoId(Guid Value);

public readonly record struct DispatchId(Guid Value);

public readonly record struct MailId(Guid Value);
