namespace Ledstjarna.Domain.Assessment.National;

/// <summary>A tree laid out for being walked many times: every node after those under it.</summary>
internal sealed class NationalTree
{
    private readonly List<Branch> _branches = [];

    private NationalTree(NationalCase @case) => Add(@case, @case.Tree);

    public IEnumerable<(TreeNode Node, RolledUp[] Ratings)> Ratings => _branches.Select(b => (b.Node, b.Ratings));

    public static NationalTree Of(NationalCase @case) => new(@case);

    /// <summary>Makes every node's status of some cells, a cell being a municipality in a year.</summary>
    /// <param name="indicators">The ratings, by the indicator's place and the cell.</param>
    /// <param name="from">The first cell.</param>
    /// <param name="to">The one after the last.</param>
    public void RollUp(NationalRating[][] indicators, int from, int to)
    {
        var handed = new HandedUp[_branches.Max(b => b.Children.Length)];
        foreach (var branch in _branches)
        {
            var children = handed.AsSpan(0, branch.Children.Length);
            for (var cell = from; cell < to; cell++)
            {
                for (var i = 0; i < children.Length; i++)
                {
                    ref readonly var child = ref branch.Children[i];
                    if (child.Branch is { } under)
                    {
                        children[i] = HandedUp.From(child.Part, under.Ratings[cell]);
                    }
                    else
                    {
                        var rating = indicators[child.Indicator][cell];
                        children[i] = HandedUp.From(child.Part, rating.Computed, rating.IsBorrowed);
                    }
                }

                branch.Ratings[cell] = Assessment.RollUp.Compute(children, branch.Rule);
            }
        }
    }

    private Branch Add(NationalCase @case, TreeNode node)
    {
        var children = new Child[node.Children.Count];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = node.Children[i] switch
            {
                TreeNode under => new Child(under, Add(@case, under), 0),
                TreeIndicator leaf => new Child(leaf, null, @case.PlaceOf(leaf.Id)),
                var activity => throw new DomainRuleException(RuleCode.ActivityUnknown, "tree", activity.Id),
            };
        }

        var branch = new Branch(node, children, @case.Principle.RuleFor(node.Level), new RolledUp[@case.Years * @case.Columns.Count]);
        _branches.Add(branch);
        return branch;
    }

    private sealed record Branch(TreeNode Node, Child[] Children, RollUpRule Rule, RolledUp[] Ratings);

    private readonly record struct Child(TreePart Part, Branch? Branch, int Indicator);
}
