using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Assessment;

internal static partial class CaseReader
{
    private static TreeNode ReadTree(ref CaseJson json) => (TreeNode)ReadPart(ref json, isRoot: true, depth: 1);

    /// <summary>A node, or the place of an indicator or an activity in the tree.</summary>
    private static TreePart ReadPart(ref CaseJson json, bool isRoot, int depth)
    {
        json.BeginObject();
        if (depth > AssessmentCase.DeepestTree + 1)
        {
            throw new DomainRuleException(RuleCode.TreeTooDeep);
        }

        string? id = null;
        string? indicator = null;
        string? activity = null;
        string? level = null;
        string? name = null;
        var weight = 1.0;
        var isKey = false;
        List<TreePart>? children = null;
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "id":
                    id = json.Text();
                    break;
                case "indicator" when !isRoot:
                    indicator = json.Text();
                    break;
                case "activity" when !isRoot:
                    activity = json.Text();
                    break;
                case "level":
                    level = json.Text();
                    break;
                case "name":
                    name = json.Text();
                    break;
                case "weight":
                    weight = json.Number();
                    break;
                case "key":
                    isKey = json.Flag();
                    break;
                case "children":
                    children = ReadChildren(ref json, depth);
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        if (indicator is null && activity is null)
        {
            return new TreeNode(id ?? throw Needed("id"), children ?? [])
            {
                Level = level,
                Name = name,
                Weight = weight,
                IsKey = isKey,
            };
        }

        Refuse(json, "activity", indicator is not null && activity is not null);
        Refuse(json, "id", id is not null);
        Refuse(json, "level", level is not null);
        Refuse(json, "name", name is not null);
        Refuse(json, "children", children is not null);
        return indicator is not null
            ? new TreeIndicator(indicator) { Weight = weight, IsKey = isKey }
            : new TreeActivity(activity!) { Weight = weight, IsKey = isKey };
    }

    private static void Refuse(in CaseJson json, string field, bool isGiven)
    {
        if (isGiven)
        {
            throw new CaseFileException(
                $"{json.Path}.{field}",
                "en del av trädet är antingen en nod, en indikator eller en aktivitet; ta bort det som inte hör dit"
            );
        }
    }

    private static List<TreePart> ReadChildren(ref CaseJson json, int depth)
    {
        json.BeginArray();
        var children = new List<TreePart>();
        for (; json.Element(children.Count); json.Leave())
        {
            children.Add(ReadPart(ref json, isRoot: false, depth + 1));
        }

        return children;
    }
}
