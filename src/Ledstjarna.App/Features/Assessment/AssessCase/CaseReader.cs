using System.Text.Json;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Assessment;

/// <summary>A case file → a case. Everything that is wrong is refused with the field's path and a sentence.</summary>
internal static partial class CaseReader
{
    /// <exception cref="CaseFileException">The file is not a valid case.</exception>
    public static AssessmentCase Read(ReadOnlySpan<byte> utf8)
    {
        var json = new CaseJson(utf8);
        try
        {
            json.Start();
            var @case = Case(ref json);
            json.End();
            return @case;
        }
        catch (DomainRuleException e)
        {
            throw Explained(e, json.Path);
        }
        catch (JsonException)
        {
            throw json.Refuse("texten är inte giltig JSON");
        }
        catch (InvalidOperationException)
        {
            throw json.Refuse("texten har tecken som inte går att läsa; filen ska vara i UTF-8");
        }
    }

    /// <summary>The domain names the field it refuses; the path says where that field stands, and may end with it already.</summary>
    public static CaseFileException Explained(DomainRuleException e, string path = CaseJson.TheCase) =>
        new(
            e.Field.Length == 0 || path == e.Field || path.EndsWith($".{e.Field}", StringComparison.Ordinal) ? path
                : path == CaseJson.TheCase ? e.Field
                : $"{path}.{e.Field}",
            RuleWords.Sentence(e)
        );

    private static AssessmentCase Case(ref CaseJson json)
    {
        DateOnly? asOf = null;
        DateOnly? knownAt = null;
        DateOnly? horizon = null;
        Principle? principle = null;
        TreeNode? tree = null;
        List<MeasuredIndicator> indicators = [];
        List<MeasuredActivity> activities = [];
        List<Judgement> judgements = [];
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "asOf":
                    asOf = json.Date();
                    break;
                case "knownAt":
                    knownAt = json.Date();
                    break;
                case "horizon":
                    horizon = json.Date();
                    break;
                case "principle":
                    principle = ReadPrinciple(ref json);
                    break;
                case "tree":
                    tree = ReadTree(ref json);
                    break;
                case "indicators":
                    indicators = ReadList(ref json, ReadIndicator);
                    break;
                case "activities":
                    activities = ReadList(ref json, ReadActivity);
                    break;
                case "judgements":
                    judgements = ReadList(ref json, ReadJudgement);
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        return new AssessmentCase(
            asOf ?? throw Needed("asOf"),
            principle ?? throw Needed("principle"),
            tree ?? throw Needed("tree"),
            indicators,
            activities,
            judgements,
            horizon,
            knownAt
        );
    }

    private static MeasuredActivity ReadActivity(ref CaseJson json)
    {
        json.BeginObject();
        string? id = null;
        ActivityState? state = null;
        DateOnly? due = null;
        DateOnly? finished = null;
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "id":
                    id = json.Text();
                    break;
                case "state":
                    state = json.Word(CaseWords.States);
                    break;
                case "due":
                    due = json.Date();
                    break;
                case "finished":
                    finished = json.Date();
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        return new MeasuredActivity(id ?? throw Needed("id"), state ?? throw Needed("state"), due ?? throw Needed("due"), finished);
    }

    private static Judgement ReadJudgement(ref CaseJson json)
    {
        json.BeginObject();
        string? of = null;
        Layer? layer = null;
        Status? status = null;
        string? reason = null;
        for (UInt128 seen = 0; json.Field(ref seen, out var field); json.Leave())
        {
            switch (field)
            {
                case "of":
                    of = json.Text();
                    break;
                case "layer":
                    layer = json.Word(CaseWords.Layers);
                    break;
                case "status":
                    status = json.Word(CaseWords.Statuses);
                    break;
                case "reason":
                    reason = json.Text();
                    break;
                default:
                    throw json.Misplaced();
            }
        }

        return new Judgement(of ?? throw Needed("of"), layer ?? throw Needed("layer"), status ?? throw Needed("status"), reason);
    }

    private delegate T ReadOne<T>(ref CaseJson json);

    private static List<T> ReadList<T>(ref CaseJson json, ReadOne<T> one)
    {
        json.BeginArray();
        var list = new List<T>();
        for (; json.Element(list.Count); json.Leave())
        {
            list.Add(one(ref json));
        }

        return list;
    }

    private static DomainRuleException Needed(string field) => new(RuleCode.Required, field);
}
