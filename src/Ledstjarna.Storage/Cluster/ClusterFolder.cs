using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ledstjarna.Storage.Cluster;

/// <summary>The folder of a private cluster, and what lies where in it.</summary>
internal sealed class ClusterFolder
{
    /// <summary>What a Unix socket's path may hold, less the name PostgreSQL gives the socket.</summary>
    private const int LongestSocketFolder = 107 - 18;

    public ClusterFolder(string path)
    {
        Root = Path.GetFullPath(path);
        var within = Path.Combine(Root, "s");
        Socket =
            Encoding.UTF8.GetByteCount(within) <= LongestSocketFolder
                ? within
                : Path.Combine(Path.GetTempPath(), "ledstjarna-" + ShortHash(Root));
    }

    public string Root { get; }

    /// <summary>The cluster's data directory.</summary>
    public string Data => Path.Combine(Root, "pg");

    /// <summary>Where initdb works; renamed to <see cref="Data"/> when whole.</summary>
    public string Fresh => Path.Combine(Root, "pg.new");

    /// <summary>The folder of the Unix socket: in the root, or under the temporary folder when the root's path is too long for one.</summary>
    public string Socket { get; }

    public string Log => Path.Combine(Root, "postgres.log");

    public string HoldersLock => Path.Combine(Root, "holders.lock");

    public string StartLock => Path.Combine(Root, "start.lock");

    public bool HasCluster => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>The major version of the cluster that is there.</summary>
    public int? Major =>
        HasCluster
            ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    /// <summary>
    /// Whether a server of ours runs here. A pid file may name a stranger: the same number is given out again, in a container often. Only then,
    /// or when there is no such process, is the file left over and removed; where it cannot be told, the server is taken to run.
    /// </summary>
    public bool IsRunning()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(file))
        {
            return false;
        }

        var ours = File.ReadAllText(file);
        if (Names(ours.Split('\n')[0].Trim(), ours))
        {
            return true;
        }

        File.Delete(file);
        return false;
    }

    /// <summary>Whether a process is a PostgreSQL whose data directory, by whatever path, holds this very pid file.</summary>
    private static bool Names(string pid, string pidFile)
    {
        string[] words;
        try
        {
            words = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }

        var at = Array.IndexOf(words, "-D");
        if (Path.GetFileName(words[0]) != "postgres" || at < 0 || at + 1 >= words.Length)
        {
            return false;
        }

        var theirs = Path.Combine(words[at + 1], "postmaster.pid");
        return !File.Exists(theirs) || File.ReadAllText(theirs) == pidFile;
    }

    /// <summary>The last lines of the server's log, where it says why it would not start.</summary>
    public string LastWords() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(8)) : "";

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
