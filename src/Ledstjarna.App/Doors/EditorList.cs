using Ledstjarna.App.Features.Ambition;
using Ledstjarna.App.Features.Analysis;
using Ledstjarna.App.Features.Decisions;
using Ledstjarna.App.Features.FollowUps;
using Ledstjarna.App.Features.Goals;
using Ledstjarna.App.Features.Indicators;
using Ledstjarna.App.Features.Matters;
using Ledstjarna.App.Features.Memos;
using Ledstjarna.App.Features.OrganisationSettings;
using Ledstjarna.App.Features.Principles;
using Ledstjarna.App.Forms;

namespace Ledstjarna.App.Doors;

/// <summary>Every kind of thing that is made and changed by a form. A new kind adds one line.</summary>
internal static class EditorList
{
    public static Editors All { get; } =
        new([
            new StructureEditor(),
            new GoalEditor(),
            new ClarificationEditor(),
            new ExpectedOutcomeEditor(),
            new GoalSourceEditor(),
            new StrategyEditor(),
            new MappingEditor(),
            new ConventionEditor(),
            new PrincipleEditor(),
            new IndicatorEditor(),
            new MeasureEditor(),
            new TargetEditor(),
            new ActivityEditor(),
            new BreakEditor(),
            new FollowUpEditor(),
            new ProposalEditor(),
            new MatterEditor(),
            new DecisionEditor(),
            new AssignmentEditor(),
            new LevelEditor(),
            new LevelAreaEditor(),
            new LevelMeasureEditor(),
            new LevelTargetEditor(),
            new MemoEditor(),
            new MemoTemplateEditor(),
            new CompetenceEditor(),
            new DocumentEditor(),
            new OrganisationEditor(),
            new UnitEditor(),
            new TermEditor(),
            new VisionEditor(),
        ]);
}
