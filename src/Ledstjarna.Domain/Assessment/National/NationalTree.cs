namespace Ledstjarna.Domain.Assessment.National;

/// <summary>A tree laid out for being walked many times: every node after those under it.</summary>
internal sealed class NationalTree
{
    private readonly List<Branch> _branches = [];

    private NationalTree() { }

    public static NationalTree Of(NationalCase @case)
    {
        var tree = new NationalTree();
        tree.Add(@case, @case.Tree);
        var (years, columns) = (@case.Years, @case.Columns.Count);
        var room = GC.AllocateUninitializedArray<RolledUp>(tree._branches.Count * years * columns);
        for (var i = 0; i < tree._branches.Count * years; i++)
        {
            tree._branches[i / years].Ratings[i % years] = new ArraySegment<RolledUp>(room, i * columns, columns);
        }

        return tree;
    }

    public ArraySegment<RolledUp>[] RatingsOf(string id) => _branches.First(b => b.Node.Id == id).Ratings;

    /// <summary>Makes every node's status of a year.</summary>
    /// <param name="indicators">The ratings, by the indicator's place, the year and the municipality's column.</param>
    /// <param name="year">Its place among the case's.</param>
    public void RollUp(ArraySegment<NationalRating>[][] indicators, int year)
    {
        var room = new HandedUp[_branches.Max(b => b.Children.Length)];
        foreach (var branch in _branches)
        {
            var row = branch.Ratings[year];
            var children = branch.In(year, indicators);
            var handed = room.AsSpan(0, children.Length);
            for (var column = 0; column < row.Count; column++)
            {
                row[column] = Compute(children, column, handed, branch.Rule);
            }
        }
    }

    /// <summary>The tree when some indicators have changed for some municipalities: only what lies above those is made anew.</summary>
    /// <param name="indicators">The ratings as they are now.</param>
    /// <param name="changed">By the indicator's place and the year, the columns that changed. Null: none.</param>
    public NationalTree With(ArraySegment<NationalRating>[][] indicators, List<int>[]?[] changed)
    {
        var tree = new NationalTree();
        var now = new Dictionary<Branch, (Branch Branch, List<int>[] Changed)>(ReferenceEqualityComparer.Instance);
        foreach (var before in _branches)
        {
            var under = before
                .Children.Select(c => c.Branch is { } b ? now[b].Changed : changed[c.Indicator])
                .OfType<List<int>[]>()
                .ToList();
            now[before] = Again(before, under);
            tree._branches.Add(now[before].Branch);
        }

        return tree;

        (Branch, List<int>[]) Again(Branch before, List<List<int>[]> under)
        {
            var branch = before with
            {
                Children = [.. before.Children.Select(c => c.Branch is { } b ? c with { Branch = now[b].Branch } : c)],
                Ratings = [.. before.Ratings],
            };
            var differ = new List<int>[branch.Ratings.Length];
            var handed = new HandedUp[branch.Children.Length];
            for (var year = 0; year < differ.Length; year++)
            {
                differ[year] = [.. under.SelectMany(u => u[year]).Distinct()];
                if (differ[year].Count > 0)
                {
                    RolledUp[] row = [.. before.Ratings[year]];
                    branch.Ratings[year] = row;
                    var children = branch.In(year, indicators);
                    foreach (var column in differ[year])
                    {
                        row[column] = Compute(children, column, handed, branch.Rule);
                    }

                    differ[year].RemoveAll(c => row[c] == before.Ratings[year][c]);
                }
            }

            return (branch, differ);
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

        var branch = new Branch(node, children, @case.Principle.RuleFor(node.Level), new ArraySegment<RolledUp>[@case.Years]);
        _branches.Add(branch);
        return branch;
    }

    /// <summary>Of one municipality in a year.</summary>
    /// <param name="children">Made for the year.</param>
    /// <param name="column">The municipality's.</param>
    /// <param name="handed">Room for what they hand up.</param>
    /// <param name="rule">How it becomes a status.</param>
    private static RolledUp Compute(ReadOnlySpan<ChildRow> children, int column, Span<HandedUp> handed, RollUpRule rule)
    {
        for (var i = 0; i < handed.Length; i++)
        {
            ref readonly var child = ref children[i];
            if (child.Nodes is { } nodes)
            {
                handed[i] = HandedUp.From(child.Part, nodes[column]);
            }
            else
            {
                var rating = child.Indicators[column];
                handed[i] = HandedUp.From(child.Part, rating.Computed, rating.IsBorrowed);
            }
        }

        return Assessment.RollUp.Compute(handed, rule);
    }

    private sealed record Branch(TreeNode Node, Child[] Children, RollUpRule Rule, ArraySegment<RolledUp>[] Ratings)
    {
        public ChildRow[] In(int year, ArraySegment<NationalRating>[][] indicators) =>
            [
                .. Children.Select(c => new ChildRow(
                    c.Part,
                    c.Branch?.Ratings[year],
                    c.Branch is null ? indicators[c.Indicator][year] : default
                )),
            ];
    }

    private readonly record struct Child(TreePart Part, Branch? Branch, int Indicator);

    /// <summary>A child in a year: a node's ratings or an indicator's, every municipality in its column.</summary>
    private readonly record struct ChildRow(TreePart Part, ArraySegment<RolledUp>? Nodes, ArraySegment<NationalRating> Indicators);
}
