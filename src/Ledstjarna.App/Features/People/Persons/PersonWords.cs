using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.People;

/// <summary>Roles as people read and choose them.</summary>
internal static class PersonWords
{
    /// <summary>"Sakkunnig, Socialnämnden"</summary>
    public static string Grant(SteeringRecord record, Role role, UnitId? unit) =>
        unit is { } u
            ? $"{ChoiceWords.Name(role)}, {record.Units.FirstOrDefault(x => x.Id == u)?.Name ?? "borttagen enhet"}"
            : ChoiceWords.Name(role);

    public static IReadOnlyList<Field> Fields(SteeringRecord record) =>
        [
            new("name", "Namn") { IsRequired = true, Hint = "Som det ska stå i ändringsloggen." },
            new("email", "E-postadress", FieldKind.Email) { IsRequired = true },
            new("isActive", "Får logga in", FieldKind.YesNo),
            new("grants", "Roller", FieldKind.Choices)
            {
                Hint = "En roll för en enhet gäller också de enheter som ligger under den.",
                Options =
                [
                    .. Enum.GetValues<Role>()
                        .Select(r => new Option(
                            r.ToString(),
                            r.IsPerUnit() ? $"{ChoiceWords.Name(r)}, hela kommunen" : ChoiceWords.Name(r)
                        )),
                    .. Enum.GetValues<Role>()
                        .Where(r => r.IsPerUnit())
                        .SelectMany(r =>
                            Choices.Units(record).Select(u => new Option($"{r}/{u.Value}", $"{ChoiceWords.Name(r)}, {u.Text}"))
                        ),
                ],
            },
        ];

    public static string Value(RoleGrant grant) => grant.UnitId is { } u ? $"{grant.Role}/{u.Value}" : grant.Role.ToString();

    public static (Role Role, UnitId? Unit) Read(string value)
    {
        var parts = value.Split('/');
        return (Enum.Parse<Role>(parts[0]), parts.Length > 1 ? new UnitId(Guid.Parse(parts[1])) : null);
    }
}
