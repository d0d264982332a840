using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Tests.Assessment;
using Ledstjarna.Domain.Years;

namespace Ledstjarna.Domain.Tests.Years;

/// <summary>A goal without one of its indicators is what the engine makes of a tree without it.</summary>
public sealed class LeftOutTests
{
    [Fact]
    public void Leaving_out_is_as_assessing_a_tree_without_it() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var c = new RandomCase(seed);
                    var all = c.Assess();
                    foreach (var leaf in all.Indicators.Select(i => i.Id).Concat(all.Activities.Select(a => a.Activity.Id)))
                    {
                        var without = c.Assess(Pruned(c.Tree, leaf), judgements: [.. c.Judgements.Where(j => j.Of != leaf)]);
                        foreach (var node in all.Nodes)
                        {
                            var expected = without.FindNode(node.Node.Id)!;
                            var made = LeftOut.Without(all, node, leaf) ?? node;
                            made.Layers.ShouldBe(expected.Layers);
                            (made.LowStatus, made.HighStatus, made.Score).ShouldBe(
                                (expected.LowStatus, expected.HighStatus, expected.Score)
                            );
                        }
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_is_not_under_a_node_is_not_left_out_of_it()
    {
        var result = new RandomCase(7).Assess();
        LeftOut.Without(result, result.Root, "something else").ShouldBeNull();
    }

    private static TreeNode Pruned(TreeNode node, string leaf) =>
        new(node.Id, [.. node.Children.Where(c => c.Id != leaf).Select(c => c is TreeNode n ? Pruned(n, leaf) : c)])
        {
            Level = node.Level,
            Weight = node.Weight,
            IsKey = node.IsKey,
        };
}
