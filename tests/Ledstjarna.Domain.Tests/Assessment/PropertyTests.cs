using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>What holds for every case.</summary>
public sealed class PropertyTests
{
    private const double Close = 1e-9;

    [Fact]
    public void The_order_of_children_never_matters() =>
        ForAll(c =>
        {
            var (a, b) = (c.Assess(), c.Assess(c.Shuffled(c.Tree)));
            foreach (var node in a.Nodes)
            {
                Same(node, b.FindNode(node.Node.Id)!);
            }
        });

    [Fact]
    public void Adding_what_is_not_due_changes_nothing() =>
        ForAll(c =>
        {
            c.Activities.Add(new MeasuredActivity("later", ActivityState.Ongoing, Day("2030-01-01")));
            var (a, b) = (c.Assess(), c.Assess(RandomCase.WithNotDue(c.Tree, "later")));
            foreach (var node in a.Nodes)
            {
                Same(node, b.FindNode(node.Node.Id)!);
            }
        });

    [Fact]
    public void Whatever_a_missing_figure_turns_out_to_be_the_goal_stays_within_what_was_possible() =>
        ForAll(c =>
        {
            var principle = c.Principle with { Lenses = [Lens.Target] };
            var before = Assess(c.Indicators);
            var unknown = before.Indicators.Where(i => i.Layers.Computed == Status.CannotBeAssessed).Select(i => i.Id).ToHashSet();
            foreach (var seed in Enumerable.Range(0, 6))
            {
                var random = new System.Random(seed);
                var after = Assess([.. c.Indicators.Select(i => unknown.Contains(i.Id) ? Filled(i, random.Next(3)) : i)]);
                foreach (var node in before.Nodes.Where(n => n.Layers.Computed != Status.NotDue))
                {
                    var now = after.FindNode(node.Node.Id)!;
                    now.Low!.Value.ShouldBeGreaterThanOrEqualTo(node.Low!.Value - Close);
                    now.High!.Value.ShouldBeLessThanOrEqualTo(node.High!.Value + Close);
                    now.Possible.ShouldBeSubsetOf(node.Possible);
                    now.Score?.ShouldBeInRange(node.Low.Value - Close, node.High.Value + Close);
                    if (now.Layers.Computed.IsRated())
                    {
                        node.Possible.ShouldContain(now.Layers.Computed);
                    }
                }
            }

            AssessmentResult Assess(List<MeasuredIndicator> indicators) =>
                Assessor.Assess(new AssessmentCase(AsOf, principle, c.Tree, indicators, c.Activities));
        });

    [Fact]
    public void Full_coverage_is_sure() =>
        ForAll(c =>
        {
            foreach (var node in c.Assess().Nodes.Where(n => n.Coverage > 1 - Close))
            {
                node.IsRobust.ShouldBeTrue(node.Node.Id);
            }
        });

    /// <summary>Nodes judged impossible to assess are left out: they have their own ends only while that agrees with the computed.</summary>
    [Fact]
    public void Raising_a_judged_status_never_lowers_either_end_above_it() =>
        ForAll(c =>
        {
            c.Judgements.RemoveAll(j => j.Status == Status.CannotBeAssessed && j.Of.StartsWith('n'));
            foreach (
                var judged in c.Assess()
                    .Nodes.SelectMany(n => n.Children)
                    .Where(h => h.Part == Part.Judged && h.Status < Status.Achieved)
                    .Select(h => (h.Child.Id, h.Status))
                    .Distinct()
            )
            {
                var raised = c
                    .Judgements.Where(j => j.Of != judged.Id)
                    .Append(new Judgement(judged.Id, Layer.Decided, judged.Status + 1, "högre"))
                    .ToList();
                var asIs = c
                    .Judgements.Where(j => j.Of != judged.Id)
                    .Append(new Judgement(judged.Id, Layer.Decided, judged.Status, "lika"))
                    .ToList();
                var (before, after) = (c.Assess(c.Tree, judgements: asIs), c.Assess(c.Tree, judgements: raised));
                foreach (var node in before.Nodes.Where(n => n.Low is not null))
                {
                    var now = after.FindNode(node.Node.Id)!;
                    now.Low!.Value.ShouldBeGreaterThanOrEqualTo(node.Low!.Value - Close);
                    now.High!.Value.ShouldBeGreaterThanOrEqualTo(node.High!.Value - Close);
                }
            }
        });

    [Fact]
    public void Agreeing_with_a_status_only_narrows_what_is_possible_above_it() =>
        ForAll(c =>
        {
            // Where someone has said that a node cannot be assessed, surer figures under it may part from that, and its ends are then anything.
            var judged = c.Judgements.Where(j => j.Status != Status.CannotBeAssessed).ToList();
            var before = c.Assess(c.Tree, judgements: judged);
            foreach (
                var rated in before
                    .Nodes.SelectMany(n => n.Children)
                    .Where(h => h.Part == Part.Rated)
                    .Select(h => (h.Child.Id, h.Status))
                    .Distinct()
            )
            {
                var after = c.Assess(c.Tree, judgements: [.. judged, new Judgement(rated.Id, Layer.Expert, rated.Status)]);
                foreach (var node in before.Nodes)
                {
                    var now = after.FindNode(node.Node.Id)!;
                    now.Possible.ShouldBeSubsetOf(node.Possible);
                    now.Coverage.ShouldBeGreaterThanOrEqualTo(node.Coverage - Close);
                }
            }
        });

    [Fact]
    public void A_score_lies_between_its_ends_and_a_status_among_the_possible() =>
        ForAll(c =>
        {
            foreach (var node in c.Assess().Nodes.Where(n => n.Low is not null))
            {
                node.Low!.Value.ShouldBeLessThanOrEqualTo(node.High!.Value);
                node.Score?.ShouldBeInRange(node.Low.Value, node.High.Value);
                if (node.Layers.Computed.IsRated())
                {
                    node.Possible.ShouldContain(node.Layers.Computed);
                }

                node.Coverage.ShouldBeInRange(0, 1 + Close);
                node.Carried.ShouldBeInRange(0, node.Coverage + Close);
            }
        });

    [Fact]
    public void Null_is_never_zero() =>
        ForAll(c =>
        {
            foreach (var rating in c.Assess().Indicators.Where(r => r.Source == ValueSource.Missing))
            {
                rating.Value.ShouldBeNull();
                rating.Score.ShouldBeNull();
                rating.Layers.Computed.IsRated().ShouldBeFalse();
                rating.Missing.ShouldNotBeNull();
            }
        });

    [Fact]
    public void Two_runs_on_one_or_many_threads_give_the_same()
    {
        var cases = Enumerable.Range(0, 400).Select(s => new RandomCase(s)).ToList();
        var once = cases.Select(c => Text(c.Assess())).ToList();
        var again = cases.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(c => Text(c.Assess())).ToList();
        again.ShouldBe(once);
    }

    /// <summary>With one value in the year of the cut-off, so that the target lens gives one of the three statuses.</summary>
    private static MeasuredIndicator Filled(MeasuredIndicator indicator, int status) =>
        new(indicator.Id, indicator.Direction, indicator.Cadence, Series($"2021={status * 50}"), [TargetLevel.AtLeast(100, 50)]);

    private static void Same(NodeRating a, NodeRating b)
    {
        (a.Layers.Computed, a.Effective, a.IsRobust, a.LowStatus, a.HighStatus).ShouldBe(
            (b.Layers.Computed, b.Effective, b.IsRobust, b.LowStatus, b.HighStatus)
        );
        Math.Abs((a.Score ?? -1) - (b.Score ?? -1)).ShouldBeLessThan(Close);
        Math.Abs(a.Coverage - b.Coverage).ShouldBeLessThan(Close);
        Math.Abs(a.Carried - b.Carried).ShouldBeLessThan(Close);
    }

    private static string Text(AssessmentResult result) =>
        JsonSerializer.Serialize(
            result.Nodes.Select(n => new
            {
                n.Node.Id,
                n.Layers.Computed,
                n.Effective,
                n.Score,
                n.Low,
                n.High,
                n.Coverage,
                n.Carried,
                n.Near,
            })
        )
        + JsonSerializer.Serialize(
            result.Indicators.Select(i => new
            {
                i.Id,
                i.Layers.Computed,
                i.Score,
                i.Age,
                i.Missing,
            })
        );

    private static void ForAll(Action<RandomCase> holds) =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    holds(new RandomCase(seed));
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(600));
}
