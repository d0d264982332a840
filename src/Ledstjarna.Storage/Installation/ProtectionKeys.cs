using Npgsql;

namespace Ledstjarna.Storage.Installation;

/// <summary>The keys that protect cookies, as the framework wrote them: shared by all the installation's servers.</summary>
public sealed class ProtectionKeys(Database database)
{
    public IReadOnlyList<string> All()
    {
        using var command = database.Command("select xml from installation.data_protection_keys order by name");
        using var rows = command.ExecuteReader();
        var keys = new List<string>();
        while (rows.Read())
        {
            keys.Add(rows.GetString(0));
        }

        return keys;
    }

    public void Add(string name, string xml)
    {
        using var command = database.Command(
            "insert into installation.data_protection_keys (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        command.Parameters.Add(new NpgsqlParameter { Value = xml });
        command.ExecuteNonQuery();
    }
}
