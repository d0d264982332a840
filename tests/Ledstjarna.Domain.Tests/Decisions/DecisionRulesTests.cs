using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Decisions;

/// <summary>What brings something into force, who may decide it, and how minutes go.</summary>
public sealed class DecisionRulesTests
{
    private static readonly Unit Board = UnitOf(UnitKind.Board, "KS");
    private static readonly Unit Working = UnitOf(UnitKind.WorkingCommittee, "KSAU");
    private static readonly Unit Office = UnitOf(UnitKind.Administration, "KLK");

    [Theory]
    [InlineData(DecisionKind.Decision, null, true)]
    [InlineData(DecisionKind.Decision, DecisionOutcome.Approved, true)]
    [InlineData(DecisionKind.Decision, DecisionOutcome.Referred, false)]
    [InlineData(DecisionKind.Decision, DecisionOutcome.SentBack, false)]
    [InlineData(DecisionKind.Decision, DecisionOutcome.Tabled, false)]
    [InlineData(DecisionKind.Decision, DecisionOutcome.Rejected, false)]
    [InlineData(DecisionKind.Proposal, DecisionOutcome.Approved, false)]
    public void Only_an_approved_decision_brings_anything_into_force(DecisionKind kind, DecisionOutcome? outcome, bool expected)
    {
        var decision = Made(Board, kind: kind, outcome: outcome);
        decision.BringsIntoForce.ShouldBe(expected);
        var record = Record(decision);
        Should
            .Throw<Exception>(() =>
            {
                DecisionRules.CheckForce(record, [], [TargetBy(decision)]);
                throw new DomainRuleException(RuleCode.Required, "nothing was refused");
            })
            .ShouldBeOfType<DomainRuleException>()
            .Code.ShouldBe(expected ? RuleCode.Required : RuleCode.BringsNothingIntoForce);
    }

    [Fact]
    public void What_points_to_a_decision_already_is_let_be()
    {
        var proposal = Made(Working, kind: DecisionKind.Proposal);
        var target = TargetBy(proposal);
        Should.NotThrow(() => DecisionRules.CheckForce(Record(proposal), [target], [target]));
    }

    [Fact]
    public void A_body_outside_the_table_is_told_of_and_the_table_is_the_organisations_own()
    {
        var decision = Made(Working);
        var record = Record(decision);
        DecisionRules.OutsideCompetence(record, [], [TargetBy(decision)]).ShouldHaveSingleItem().Kind.ShouldBe(GovernedKind.Target);
        var own = new Competence
        {
            OrganisationId = Recorded.Org,
            Kind = GovernedKind.Target,
            Bodies = [nameof(UnitKind.WorkingCommittee)],
        };
        DecisionRules.OutsideCompetence(record with { Competences = [own] }, [], [TargetBy(decision)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MinutesState.Unadjusted, MinutesState.Adjusted, true)]
    [InlineData(MinutesState.Unadjusted, MinutesState.AdjustedAtOnce, true)]
    [InlineData(MinutesState.Adjusted, MinutesState.Posted, true)]
    [InlineData(MinutesState.AdjustedAtOnce, MinutesState.TakenDown, true)]
    [InlineData(MinutesState.Posted, MinutesState.Adjusted, false)]
    [InlineData(MinutesState.Adjusted, MinutesState.AdjustedAtOnce, false)]
    [InlineData(MinutesState.TakenDown, MinutesState.Unadjusted, false)]
    public void Minutes_go_forward_and_back_only_as_a_slip_that_is_mended(MinutesState from, MinutesState to, bool allowed)
    {
        var before = Made(Board, minutes: from);
        var after = Made(Board, minutes: to, id: before.Id);
        Should.NotThrow(() => DecisionRules.Check(Record(before), after)); // a slip can be mended, with a reason
        DecisionRules.GoesBack(Record(before), after).ShouldBe(!allowed);
    }

    [Fact]
    public void An_assignment_is_not_reported_or_ended_before_it_was_given()
    {
        var given = Made(Working, "2022-02-23", paragraph: 38);
        var earlier = Made(Board, "2022-01-12");
        var record = Record(given, earlier);
        Assignment Given(DateOnly? by = null, DateOnly? on = null, DecisionId? closed = null) =>
            new()
            {
                OrganisationId = Recorded.Org,
                Id = new AssignmentId(Guid.NewGuid()),
                DecisionId = given.Id,
                Text = "Återkomma",
                UnitId = Office.Id,
                ReportBy = by,
                ReportedOn = on,
                Report = on is null ? null : "Klart",
                ClosedById = closed,
            };
        Should.NotThrow(() => DecisionRules.Check(record, Given(Recorded.Day("2022-02-23"), Recorded.Day("2022-06-15"))));
        (Assignment Assignment, string Field)[] wrong =
        [
            (Given(Recorded.Day("2022-02-22")), "reportBy"),
            (Given(on: Recorded.Day("2010-01-01")), "reportedOn"),
            (Given(closed: earlier.Id), "closedBy"),
            (Given(closed: given.Id), "closedBy"),
        ];
        foreach (var (assignment, field) in wrong)
        {
            var refused = Should.Throw<DomainRuleException>(() => DecisionRules.Check(record, assignment));
            (refused.Code, refused.Field).ShouldBe((RuleCode.BeforeItWasGiven, field));
        }

        // The board may end what its working committee gave, not the other way round.
        DecisionRules.OutsideCompetence(record, [], [Given(closed: Made(Board, "2022-08-17", id: earlier.Id).Id)]).ShouldBeEmpty();
        var ofBoard = Given() with { DecisionId = earlier.Id, WithdrawnById = given.Id };
        DecisionRules.OutsideCompetence(record, [], [ofBoard]).Select(o => o.Kind).ShouldBe([GovernedKind.Assignment]);
    }

    [Fact]
    public void A_decision_that_becomes_another_bodys_is_asked_about_what_it_governs()
    {
        var decision = Made(Board);
        var level = new AmbitionLevel
        {
            OrganisationId = Recorded.Org,
            Id = new AmbitionLevelId(Guid.NewGuid()),
            Name = "Nivån",
            BodyId = Board.Id,
            StructureId = Recorded.Structure,
            PrincipleId = Recorded.Common,
            State = LevelState.Adopted,
            DecisionId = decision.Id,
        };
        var record = Record(decision) with { AmbitionLevels = [level] };
        DecisionRules
            .OutsideCompetence(record, [decision], [decision with { BodyId = Working.Id }])
            .Select(o => o.Kind)
            .ShouldBe([GovernedKind.AmbitionLevel]);
        DecisionRules.OutsideCompetence(record, [decision], [decision with { Subject = "Annat" }]).ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_governs_frozen_parts_and_corrections_of_follow_ups()
    {
        var decision = Made(Board);
        var frozen = new FrozenFollowUp
        {
            OrganisationId = Recorded.Org,
            Id = new FrozenId(Guid.NewGuid()),
            FollowUpId = new FollowUpId(Guid.NewGuid()),
            Number = 1,
            BodyId = Board.Id,
            DecisionId = decision.Id,
            IsWhole = false,
            At = DateTime.UnixEpoch,
            By = "Nämndsekreteraren",
        };
        var record = Record(decision);
        var with = record with { Frozen = [new FrozenRows(frozen, record)] };
        Governance.By(with, decision.Id).Select(g => g.Kind).ShouldBe([GovernedKind.FollowUp]);
        var rejected = Made(Board, outcome: DecisionOutcome.Rejected, id: decision.Id);
        Should.Throw<DomainRuleException>(() => DecisionRules.Check(with, rejected)).Code.ShouldBe(RuleCode.DecisionGoverns);
        Governance
            .By(record with { Frozen = [new FrozenRows(frozen with { WithdrawnAt = DateTime.UnixEpoch }, record)] }, decision.Id)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Unadjusted_words_are_never_public() =>
        Enum.GetValues<MinutesState>().Where(m => !Made(Board, minutes: m).TextIsPublic).ShouldBe([MinutesState.Unadjusted]);

    [Fact]
    public void A_decision_that_something_stands_on_does_not_become_a_proposal()
    {
        var decision = Made(Board);
        var record = Record(decision) with { Targets = [TargetBy(decision)] };
        Refused(record, Made(Board, kind: DecisionKind.Proposal, id: decision.Id)).ShouldBe(RuleCode.DecisionGoverns);
    }

    [Fact]
    public void A_referral_says_to_whom_and_nothing_else_does()
    {
        Refused(Record(), Made(Board, outcome: DecisionOutcome.Referred)).ShouldBe(RuleCode.ReferredToWhom);
        Refused(Record(), Made(Board, outcome: DecisionOutcome.Approved, referredTo: Working.Id)).ShouldBe(RuleCode.ReferredToWhom);
    }

    [Fact]
    public void The_same_paragraph_is_not_registered_twice_and_an_office_decides_nothing()
    {
        var decision = Made(Board, paragraph: 173);
        Refused(Record(decision), Made(Board, paragraph: 173)).ShouldBe(RuleCode.DecisionTaken);
        Refused(Record(), Made(Office)).ShouldBe(RuleCode.NotABody);
    }

    [Theory]
    [InlineData(null, null, null, AssignmentState.Open)]
    [InlineData("2022-06-15", null, null, AssignmentState.Open)] // the day itself is in time
    [InlineData("2022-06-14", null, null, AssignmentState.Late)]
    [InlineData("2022-06-14", "2022-06-15", null, AssignmentState.Reported)]
    [InlineData("2022-06-14", "2022-06-16", null, AssignmentState.Late)]
    [InlineData("2022-06-14", null, "closed", AssignmentState.Closed)]
    [InlineData("2022-06-14", "2022-06-15", "withdrawn", AssignmentState.Withdrawn)]
    public void What_has_become_of_an_assignment_follows_from_what_is_registered(
        string? reportBy,
        string? reportedOn,
        string? ended,
        AssignmentState expected
    ) => Given(reportBy, reportedOn, ended).StateOn(Recorded.Day("2022-06-15")).ShouldBe(expected);

    [Fact]
    public void Every_thing_that_a_decision_governs_is_listed_once_with_what_ended_it()
    {
        var decision = Made(Board);
        var target = TargetBy(decision);
        var measure = Recorded.Measure(Recorded.Goal("1"), 0, Recorded.Indicator("A"));
        var record = Record(decision) with { Targets = [target], Assignments = [Given(null, null, "closed", decision.Id)] };
        Governance
            .By(record, decision.Id)
            .Select(g => (g.Thing.GetType().Name, g.Ends))
            .ShouldBe([("Target", false), ("Assignment", false)]);
        measure.EndedBy.ShouldBeNull();
    }

    private static RuleCode Refused(SteeringRecord record, Decision decision) =>
        Should.Throw<DomainRuleException>(() => DecisionRules.Check(record, decision)).Code;

    private static SteeringRecord Record(params Decision[] decisions) =>
        Recorded.In(Recorded.Indicator("A")) with
        {
            Units = [Board, Working, Office],
            Decisions = decisions,
        };

    private static Target TargetBy(Decision decision) =>
        new(Recorded.Org, new TargetId(Guid.NewGuid()), new IndicatorId(Guid.NewGuid()), TargetLevel.AtLeast(60), decision.Id, null);

    private static Assignment Given(string? reportBy, string? reportedOn, string? ended, DecisionId? by = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new AssignmentId(Guid.NewGuid()),
            DecisionId = new DecisionId(Guid.NewGuid()),
            Text = "Återkomma",
            UnitId = Office.Id,
            ReportBy = reportBy is null ? null : Recorded.Day(reportBy),
            ReportedOn = reportedOn is null ? null : Recorded.Day(reportedOn),
            ClosedById = ended == "closed" ? by ?? new DecisionId(Guid.NewGuid()) : null,
            WithdrawnById = ended == "withdrawn" ? by ?? new DecisionId(Guid.NewGuid()) : null,
        };

    internal static Unit UnitOf(UnitKind kind, string abbreviation) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new UnitId(Guid.NewGuid()),
            Kind = kind,
            Abbreviation = abbreviation,
            Name = abbreviation,
        };

    internal static Decision Made(
        Unit body,
        string day = "2022-08-17",
        DecisionKind kind = DecisionKind.Decision,
        DecisionOutcome? outcome = null,
        MinutesState minutes = MinutesState.Adjusted,
        UnitId? referredTo = null,
        int? paragraph = null,
        DecisionId? id = null
    ) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = id ?? new DecisionId(Guid.NewGuid()),
            BodyId = body.Id,
            MeetingDate = Recorded.Day(day),
            Paragraph = paragraph,
            Subject = "Ambitionsnivå",
            Kind = kind,
            Outcome = outcome,
            Minutes = minutes,
            ReferredToId = referredTo,
        };
}
