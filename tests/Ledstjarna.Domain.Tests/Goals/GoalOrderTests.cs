using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Goals;

/// <summary>Moving goals about and copying them to another structure.</summary>
public sealed class GoalOrderTests
{
    [Theory]
    [InlineData("A", "C", true, "B C A D")]
    [InlineData("A", "B", false, "A B C D")]
    [InlineData("D", "A", false, "D A B C")]
    [InlineData("B", "C", true, "A C B D")]
    public void A_goal_is_put_beside_its_sibling(string goal, string other, bool after, string order)
    {
        var record = Four(0, 3, 5, 9);
        var placed = GoalMoves.Beside(record, Find(record, goal), Find(record, other).Id, after);
        Names(record, placed).ShouldBe(order);
        placed.All(p => record.Goals.Single(g => g.Id == p.Id).Order != p.Order).ShouldBeTrue();
        (order == "A B C D" ? placed.Count : 0).ShouldBe(0);
    }

    [Fact]
    public void Next_neighbours_swap_and_no_other_goal_changes()
    {
        var record = Four(0, 3, 5, 9);
        GoalMoves
            .Beside(record, Find(record, "C"), Find(record, "B").Id, after: false)
            .Select(g => (g.ShortName, g.Order))
            .ShouldBe([("C", 3), ("B", 5)]);
    }

    [Fact]
    public void Places_that_are_the_same_are_told_apart()
    {
        var record = Four(0, 0, 0, 0);
        var first = GoalMoves.Siblings(record, record.Goals[0]);
        var placed = GoalMoves.Beside(record, first[3], first[0].Id, after: false);
        Names(record, placed).ShouldBe(string.Join(' ', new[] { first[3], first[0], first[1], first[2] }.Select(g => g.ShortName)));
    }

    [Fact]
    public void One_that_is_no_sibling_is_refused()
    {
        var record = Four(0, 1, 2, 3);
        var committee = Recorded.Goal("N", GoalKind.Committee);
        record = record with { Goals = [.. record.Goals, committee] };
        Should
            .Throw<DomainRuleException>(() => GoalMoves.Beside(record, Find(record, "A"), committee.Id, after: true))
            .Code.ShouldBe(RuleCode.ChangedMeanwhile);
        Should
            .Throw<DomainRuleException>(() => GoalMoves.Beside(record, Find(record, "A"), Find(record, "A").Id, after: true))
            .Code.ShouldBe(RuleCode.ChangedMeanwhile);
    }

    [Fact]
    public void A_goal_can_stand_where_there_are_levels_enough_for_what_is_below_it()
    {
        var record = Tree();
        Possible("1").ShouldBe("2");
        Possible("1.1").ShouldBe("1 2 2.1");
        Possible("2").ShouldBe("");

        string Possible(string number) =>
            string.Join(' ', GoalMoves.PossibleParents(record, Find(record, number)).Select(g => g.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_copy_keeps_the_tree_and_leaves_what_has_ended()
    {
        var tree = Tree(endedArea: Recorded.Day("2026-06-30"));
        var one = Find(tree, "1");
        var record = tree with
        {
            Clarifications = [Phrase(one, 1, null), Phrase(one, 2, Recorded.Day("2026-12-31")), Phrase(one, 3, Recorded.Day("2027-01-01"))],
            ExpectedOutcomes = [Expected(one, 0), Expected(one, 2026), Expected(one, 2027)],
        };
        var copy = Copy(record, "2027-01-01");
        copy.Goals.Select(g => g.Number).Order(StringComparer.Ordinal).ShouldBe(["1", "1.1", "2", "2.1"]);
        copy.Goals.Select(g => g.Id).Intersect(record.Goals.Select(g => g.Id)).ShouldBeEmpty();
        var byNumber = copy.Goals.ToDictionary(g => g.Number);
        byNumber["1.1"].ParentId.ShouldBe(byNumber["1"].Id);
        copy.Parts.OfType<Clarification>().Select(c => c.Number).ShouldBe([1, 3]);
        copy.Parts.OfType<ExpectedOutcome>().Select(o => o.BudgetYear).ShouldBe([0, 2027]);
        copy.Ended!.Validity.To.ShouldBe(Recorded.Day("2026-12-31"));
        byNumber["1"].Mirrors.ShouldBe([1, 3]);
        Copy(record, "2027-01-01", new CopiedParts { Clarifications = false }).Goals.Single(g => g.Number == "1").Mirrors.ShouldBeEmpty();
    }

    [Fact]
    public void A_strategy_competes_with_the_copy_and_stands_alone_where_that_is_not_copied()
    {
        var record = Tree();
        var (adopted, gone) = (Strategy(Find(record, "1"), null), Strategy(Find(record, "1"), null, Recorded.Day("2020-01-01")));
        var (against, alone) = (Strategy(Find(record, "2"), adopted.Id), Strategy(Find(record, "2"), gone.Id));
        record = record with
        {
            Strategies = [adopted, gone, against, alone],
            StrategyGoals =
            [
                new StrategyGoal
                {
                    OrganisationId = Recorded.Org,
                    StrategyId = adopted.Id,
                    GoalId = Find(record, "2.1").Id,
                },
            ],
        };
        var copy = Copy(record, "2027-01-01");
        var strategies = copy.Parts.OfType<Strategy>().ToList();
        strategies.Count.ShouldBe(3);
        strategies.Select(s => s.CompetesWithId).ShouldBe([null, strategies[0].Id, null]);
        copy.Parts.OfType<StrategyGoal>().Single().GoalId.ShouldBe(copy.Goals.Single(g => g.Number == "2.1").Id);
    }

    [Fact]
    public void A_document_serves_the_copies_too_and_still_what_it_served()
    {
        var record = Tree();
        var goal = Find(record, "2").Id;
        record = record with
        {
            Documents =
            [
                new GoverningDocument
                {
                    OrganisationId = Recorded.Org,
                    Id = new DocumentId(Guid.NewGuid()),
                    Title = "Plan",
                    Validity = Validity.Always,
                    Goals = [goal.Value],
                },
            ],
        };
        var copy = Copy(record, "2027-01-01");
        copy.Documents.Single().Goals.ShouldBe([goal.Value, copy.Goals.Single(g => g.Number == "2").Id.Value]);
    }

    [Fact]
    public void A_structure_that_begins_before_the_old_one_is_refused_and_the_old_one_not_ended() =>
        Should.Throw<DomainRuleException>(() => Copy(Tree(), "2015-01-01")).Code.ShouldBe(RuleCode.StructuresOverlap);

    private static StructureCopy Copy(SteeringRecord record, string from, CopiedParts? parts = null)
    {
        var to = new GoalStructure
        {
            OrganisationId = Recorded.Org,
            Id = new GoalStructureId(Guid.NewGuid()),
            Name = "Nästa",
            LevelNames = record.Structures[0].LevelNames,
            Validity = new Validity(Recorded.Day(from), null),
            PrincipleId = Recorded.Common,
        };
        return new StructureCopy(record, record.Structures[0], to, parts ?? new CopiedParts(), Guid.NewGuid);
    }

    private static SteeringRecord Four(params int[] orders) =>
        Recorded.In() with
        {
            Goals = [.. orders.Select((o, i) => Goal("ABCD"[i].ToString(), null, o))],
        };

    /// <summary>Three levels: 1 with 1.1; 2 with 2.1 with 2.1.1, which may have ended.</summary>
    private static SteeringRecord Tree(DateOnly? endedArea = null)
    {
        var (one, two) = (Goal("1", null, 0, mirrors: [1, 3]), Goal("2", null, 1));
        var (below, sub) = (Goal("1.1", one, 0), Goal("2.1", two, 0));
        var area = Goal("2.1.1", sub, 0, endedArea);
        var record = Recorded.In();
        var old = record.Structures[0];
        return record with
        {
            Goals = [one, two, below, sub, area],
            Structures =
            [
                new GoalStructure
                {
                    OrganisationId = Recorded.Org,
                    Id = old.Id,
                    Name = old.Name,
                    LevelNames = ["mål", "delmål", "mätområde"],
                    Validity = old.Validity,
                    PrincipleId = old.PrincipleId,
                },
            ],
        };
    }

    private static Goal Goal(string number, Goal? parent, int order, DateOnly? ended = null, IReadOnlyList<int>? mirrors = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new GoalId(Guid.NewGuid()),
            StructureId = Recorded.Structure,
            ParentId = parent?.Id,
            Kind = GoalKind.Council,
            Level = parent is null ? 0 : parent.Level + 1,
            Number = number,
            ShortName = number,
            Order = order,
            Validity = new Validity(null, ended),
            Mirrors = mirrors ?? [],
        };

    private static Clarification Phrase(Goal goal, int number, DateOnly? lastDay) =>
        new()
        {
            OrganisationId = Recorded.Org,
            GoalId = goal.Id,
            Number = number,
            Text = "Ord",
            LastDay = lastDay,
        };

    private static ExpectedOutcome Expected(Goal goal, int year) =>
        new()
        {
            OrganisationId = Recorded.Org,
            GoalId = goal.Id,
            BudgetYear = year,
            Text = "Ord",
        };

    private static Strategy Strategy(Goal goal, StrategyId? against, DateOnly? lastDay = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new StrategyId(Guid.NewGuid()),
            GoalId = goal.Id,
            Order = 0,
            Text = "Ord",
            CompetesWithId = against,
            LastDay = lastDay,
        };

    private static Goal Find(SteeringRecord record, string number) => record.Goals.Single(g => g.Number == number);

    private static string Names(SteeringRecord record, IReadOnlyList<Goal> placed)
    {
        var now = record with { Goals = [.. record.Goals.Select(g => placed.FirstOrDefault(p => p.Id == g.Id) ?? g)] };
        return string.Join(' ', GoalMoves.Siblings(now, now.Goals[0]).Select(g => g.ShortName));
    }
}
