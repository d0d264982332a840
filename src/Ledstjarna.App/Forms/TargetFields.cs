using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Forms;

/// <summary>A target's level in a form, whoever decides it.</summary>
internal static class TargetFields
{
    public static IReadOnlyList<Field> Of(SteeringRecord record) =>
        [
            new("indicator", "Indikator", FieldKind.Choice) { IsRequired = true, Options = Choices.Indicators(record) },
            new("kind", "Slag", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<TargetKind>(ChoiceWords.Name) },
            new("low", "Minst", FieldKind.Number) { Hint = "För ”minst” och ”mellan”." },
            new("high", "Högst", FieldKind.Number) { Hint = "För ”högst” och ”mellan”." },
            new("partlyLow", "Gräns för ”delvis”, nedåt", FieldKind.Number) { Hint = "Det lägsta värde som ändå är delvis uppfyllt." },
            new("partlyHigh", "Gräns för ”delvis”, uppåt", FieldKind.Number) { Hint = "Det högsta värde som ändå är delvis uppfyllt." },
        ];

    public static IReadOnlyList<Field> Advanced { get; } =
    [
        new("meanOf", "Räknas på medelvärdet av så många värden", FieldKind.WholeNumber) { IsAdvanced = true },
        new("since", "Riktningen räknas från perioden")
        {
            IsAdvanced = true,
            MaxLength = 10,
            Hint = "Bara för en riktning: 2022 eller 2022T1.",
        },
    ];

    /// <summary>A new one of an indicator, of the kind that suits it.</summary>
    public static FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("indicator", given["indicator"]),
            (
                "kind",
                record.Indicators.FirstOrDefault(i => i.Id.Value.ToString() == given["indicator"])?.Direction switch
                {
                    Direction.Lower => nameof(TargetKind.AtMost),
                    Direction.Range => nameof(TargetKind.Between),
                    _ => nameof(TargetKind.AtLeast),
                }
            )
        );

    public static FormValues Read(IndicatorId indicator, TargetLevel level) =>
        FormValues.Of(
            ("indicator", indicator.Value.ToString()),
            ("kind", level.Kind.ToString()),
            ("low", Canonical.Text(double.IsFinite(level.Low) ? level.Low : (double?)null)),
            ("high", Canonical.Text(double.IsFinite(level.High) ? level.High : (double?)null)),
            ("partlyLow", Canonical.Text(level.PartlyLow)),
            ("partlyHigh", Canonical.Text(level.PartlyHigh)),
            ("meanOf", Canonical.Text(level.MeanOf)),
            ("since", level.Since?.ToString())
        );

    /// <summary>Without days.</summary>
    public static TargetLevel Level(FormValues values)
    {
        var level = values.Enum<TargetKind>("kind") switch
        {
            TargetKind.AtLeast => TargetLevel.AtLeast(Needed(values, "low"), values.Number("partlyLow")),
            TargetKind.AtMost => TargetLevel.AtMost(Needed(values, "high"), values.Number("partlyHigh")),
            TargetKind.Between => TargetLevel.Between(
                Needed(values, "low"),
                Needed(values, "high"),
                values.Number("partlyLow"),
                values.Number("partlyHigh")
            ),
            _ => TargetLevel.Improve(values.Text("since") is { } since ? Period.Parse(since, "since") : null),
        };
        return level with { MeanOf = values.Whole("meanOf") };
    }

    private static double Needed(FormValues values, string field) =>
        values.Number(field) ?? throw new DomainRuleException(RuleCode.Required, field);
}
