using Ledstjarna.App.Components;

namespace Ledstjarna.App.Forms;

/// <summary>A form as it came in: what was typed, read into canonical values as far as possible.</summary>
/// <param name="Values">Canonical; as typed where it could not be read.</param>
/// <param name="Errors">Sentences by field.</param>
public sealed record SentForm(FormValues Values, IReadOnlyDictionary<string, string> Errors)
{
    public static SentForm Read(IFormCollection form, IReadOnlyList<Field> fields, string prefix = FieldInput.Prefix)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new List<(string, string?)>();
        foreach (var field in fields)
        {
            var sent = form[prefix + field.Name];
            var (value, error) = field.Read(field.Kind == FieldKind.Choices ? string.Join('\n', sent.ToArray()) : sent.ToString());
            values.Add((field.Name, value));
            if (error is not null)
            {
                errors[field.Name] = error;
            }
        }

        return new SentForm(FormValues.Of([.. values]), errors);
    }

    /// <summary>Canonical values that the page itself had put in the form, taken as they are.</summary>
    public static FormValues ReadHidden(IFormCollection form, IReadOnlyList<Field> fields, string prefix) =>
        FormValues.Of([.. fields.Select(f => (f.Name, (string?)form[prefix + f.Name].ToString().ReplaceLineEndings("\n")))]);
}
