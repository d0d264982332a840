using Ledstjarna.Storage.Model;

namespace Ledstjarna.Storage.Writing;

/// <summary>From the rows a thing consisted of to the rows it is to consist of.</summary>
public static class RowChanges
{
    /// <summary>Rows with the same key are updated, new ones added, the others removed. Nothing is sent before the changes are saved.</summary>
    public static void Replace(LedstjarnaContext db, IReadOnlyList<object> before, IReadOnlyList<object> after)
    {
        var old = before.ToDictionary(r => KeyOf(db, r), StringComparer.Ordinal);
        foreach (var row in after)
        {
            if (old.Remove(KeyOf(db, row)))
            {
                db.Update(row);
            }
            else
            {
                db.Add(row);
            }
        }

        foreach (var row in old.Values)
        {
            db.Remove(row);
        }
    }

    private static string KeyOf(LedstjarnaContext db, object row)
    {
        var type = db.Model.FindEntityType(row.GetType())!;
        return $"{type.Name}|{string.Join('|', type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(row)))}";
    }
}
