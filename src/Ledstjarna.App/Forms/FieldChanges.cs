using Ledstjarna.Domain.History;

namespace Ledstjarna.App.Forms;

/// <summary>What is other between two versions of a form, with the words people read.</summary>
internal static class FieldChanges
{
    /// <param name="fields">The form's.</param>
    /// <param name="before">Null: it was not there.</param>
    /// <param name="after">Null: it is there no longer.</param>
    public static IReadOnlyList<FieldChange> Between(IReadOnlyList<Field> fields, FormValues? before, FormValues? after) =>
        [
            .. fields
                .Where(f => f.Kind != FieldKind.Hidden)
                .Select(f => (Field: f, Before: before?[f.Name] ?? "", After: after?[f.Name] ?? ""))
                .Where(c => c.Before != c.After)
                .Select(c => new FieldChange(
                    c.Field.Name,
                    c.Field.Label,
                    Stored(c.Before),
                    Stored(c.After),
                    Shown(c.Field, c.Before),
                    Shown(c.Field, c.After)
                )),
        ];

    private static string? Stored(string value) => value.Length == 0 ? null : value;

    /// <summary>Only where it is something else than what is stored.</summary>
    private static string? Shown(Field field, string value) =>
        value.Length > 0 && field.Show(value) is var text && text != value ? text : null;
}
