using Ledstjarna.App.Forms;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>Fills in a form of any kind with something that it takes.</summary>
public static class FormFiller
{
    /// <summary>What a form has to be given to be a form at all: the matter, of what is written in one.</summary>
    public static FormValues Given(IEditor editor, SteeringRecord record) =>
        editor.BeginsAt(new FormValues()) is not null && record.Matters.Count > 0
            ? FormValues.Of(("matter", record.Matters[0].Id.Value.ToString()))
            : new FormValues();

    public static string Query(FormValues given) => given.Has("matter") ? $"?matter={given["matter"]}" : "";

    /// <summary>The fields that a sensible new thing has filled in.</summary>
    /// <param name="editor">The kind.</param>
    /// <param name="record">The organisation's.</param>
    /// <param name="begun">What the form begins with; stands where it is something.</param>
    /// <param name="text">What to write in boxes for text.</param>
    public static IReadOnlyList<(string Name, string Value)> Values(IEditor editor, SteeringRecord record, FormValues begun, string text) =>
        [
            .. editor
                .Fields(record, begun)
                .Where(f =>
                    (f.Kind is FieldKind.Text or FieldKind.LongText && (f.IsRequired || !f.IsAdvanced || f.Name.Contains("ddress")))
                    || (f.IsRequired && begun[f.Name].Length == 0)
                )
                .Select(f => (f.Name, Value(f, text))),
            .. editor.Key switch
            {
                "uppdrag" => [("reportedOn", "2026-01-01")],
                "niva-omrade" => [Level(record), ("parent", record.Goals.First(g => g.Level == 1).Id.Value.ToString()), ("order", "9")],
                "niva-matt" => [Level(record), ("area", record.AmbitionAreas[0].GoalId.Value.ToString()), ("indicator", Higher(record))],
                "niva-malvarde" =>
                [
                    Level(record),
                    ("indicator", HigherInLevel(record)),
                    ("kind", "AtLeast"),
                    ("low", "1"),
                    ("due", "2026-01-01"),
                ],
                "fortydligande" => [("number", "10")],
                "koppling" => [("goal", record.Goals[0].Id.Value.ToString())],
                "malvarde" => [("indicator", Higher(record)), ("kind", "AtLeast"), ("low", "1")],
                "matt" =>
                [
                    ("goal", record.Goals.First(g => g.Level == 2).Id.Value.ToString()),
                    ("activity", record.Activities.Count > 0 ? record.Activities[0].Id.Value.ToString() : ""),
                ],
                _ => Array.Empty<(string, string)>(),
            },
        ];

    private static string Higher(SteeringRecord record) =>
        record.Indicators.Last(i => i.Direction == Domain.Assessment.Direction.Higher).Id.Value.ToString();

    private static (string, string) Level(SteeringRecord record) =>
        ("level", record.AmbitionLevels.First(l => l.IsOpen).Id.Value.ToString());

    private static string HigherInLevel(SteeringRecord record) =>
        record
            .AmbitionMeasures.Select(m => record.Indicators.FirstOrDefault(i => i.Id == m.IndicatorId))
            .First(i => i?.Direction == Domain.Assessment.Direction.Higher)!
            .Id.Value.ToString();

    private static string Value(Field field, string text) =>
        field.Name switch
        {
            "address" or "sourceAddress" => $"https://exempel.se/{text}",
            "since" => "",
            "reachesTo" => "2030",
            "to" when field.Kind == FieldKind.Date => "2026-12-31",
            _ => OfKind(field, text),
        };

    private static string OfKind(Field field, string text) =>
        field.Kind switch
        {
            FieldKind.Choice or FieldKind.Choices => field.Options.Count > 0 ? field.Options[0].Value : "",
            FieldKind.Number or FieldKind.WholeNumber => "1",
            FieldKind.Date => "2026-01-01",
            FieldKind.YesNo => Field.Yes,
            FieldKind.Email => "person@exempel.se",
            _ => text.Length <= field.MaxLength ? text : text[..field.MaxLength],
        };
}
