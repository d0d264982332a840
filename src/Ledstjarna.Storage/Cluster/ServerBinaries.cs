using System.Globalization;

namespace Ledstjarna.Storage.Cluster;

/// <summary>Where PostgreSQL's server programs are on this machine.</summary>
/// <param name="Folder">The folder with initdb, pg_ctl and postgres.</param>
/// <param name="Major">The major version.</param>
public sealed record ServerBinaries(string Folder, int Major)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string Of(string program) => Path.Combine(Folder, program);

    /// <summary>Asks pg_config, then looks along PATH, then where Debian puts them; of several the newest major version.</summary>
    /// <param name="wanted">A major version that must be used, because a cluster of it is there already.</param>
    /// <exception cref="ClusterException">There are none, or none of the wanted version.</exception>
    public static ServerBinaries Find(int? wanted = null) => Find(Candidates(), wanted);

    internal static ServerBinaries Find(IEnumerable<string> folders, int? wanted)
    {
        var found = folders
            .Distinct(StringComparer.Ordinal)
            .Where(f => Needed.All(p => File.Exists(Path.Combine(f, p))))
            .Select(f => new ServerBinaries(f, MajorOf(f)))
            .OrderByDescending(b => b.Major)
            .ToList();
        if (found.Count == 0)
        {
            throw new ClusterException(
                "PostgreSQL-servern hittades inte. Installera Debians paket postgresql, eller ange en egen server i ConnectionStrings__Ledstjarna.",
                "No PostgreSQL server was found. Install Debian's package postgresql, or name your own server in ConnectionStrings__Ledstjarna."
            );
        }

        return wanted is not { } major
            ? found[0]
            : found.Find(b => b.Major == major)
                ?? throw new ClusterException(
                    $"Databasen i datamappen är gjord med PostgreSQL {major}, men här finns bara version {found[0].Major}. Installera paketet postgresql-{major}, eller flytta över datat med pg_upgrade.",
                    $"The database in the data folder was made by PostgreSQL {major}, but only version {found[0].Major} is here. Install the package postgresql-{major}, or move the data over with pg_upgrade."
                );
    }

    private static IEnumerable<string> Candidates()
    {
        if (OsProcess.TryRead("pg_config", "--bindir") is { } bindir)
        {
            yield return bindir.Trim();
        }

        foreach (
            var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
                Path.PathSeparator,
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            yield return folder;
        }

        foreach (var version in Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        {
            yield return Path.Combine(version, "bin");
        }
    }

    /// <summary>"postgres (PostgreSQL) 15.18 (Debian …)" → 15.</summary>
    private static int MajorOf(string folder)
    {
        var words = (OsProcess.TryRead(Path.Combine(folder, "postgres"), "--version") ?? "").Split(' ');
        var version = words.FirstOrDefault(w => w.Length > 0 && char.IsAsciiDigit(w[0])) ?? "0";
        var digits = version.TakeWhile(char.IsAsciiDigit).ToArray();
        return int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
