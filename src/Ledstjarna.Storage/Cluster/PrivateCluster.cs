using System.Text;
using Npgsql;

namespace Ledstjarna.Storage.Cluster;

/// <summary>
/// A PostgreSQL of our own, on a Unix socket only. Every process of ours that uses it holds a shared lock; a watcher that waits for the
/// exclusive one stops the server when the last of them is gone, however it went.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    public const string Owner = "ledstjarna";

    /// <summary>The login the app works as: it cannot go round row-level security.</summary>
    public const string AppRole = "ledstjarna_app";

    /// <summary>EWOULDBLOCK: what opening a file that another holds locked fails with.</summary>
    private const int HeldByAnother = 11;

    private readonly ClusterFolder _folder;
    private readonly ClusterOptions _options;
    private readonly bool _asRoot = Environment.UserName == "root";
    private ServerBinaries? _binaries;
    private FileStream? _hold;

    public PrivateCluster(string folder, ClusterOptions? options = null)
    {
        _folder = new ClusterFolder(folder);
        _options = options ?? new ClusterOptions();
    }

    public string Folder => _folder.Root;

    public string ConnectionString(string database, string user = AppRole) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = _folder.Socket,
            Database = database,
            Username = user,
            ApplicationName = "ledstjarna",
        }.ConnectionString;

    /// <summary>Makes the cluster if there is none, starts it if it does not run, and holds it until disposed.</summary>
    /// <exception cref="ClusterException">It cannot be had; the message says why and what to do.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        MakeFolder();
        _binaries = ServerBinaries.Find(_folder.Major);
        _hold = await LockAsync(_folder.HoldersLock, FileAccess.Read, FileShare.Read, cancellation);
        GiveAway(_folder.HoldersLock);
        await using var starting = await LockAsync(_folder.StartLock, FileAccess.ReadWrite, FileShare.None, cancellation);
        if (!_folder.HasCluster)
        {
            Initialise();
        }

        if (!_folder.IsRunning())
        {
            StartServer();
            StartWatcher();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_hold is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await _hold.DisposeAsync();
        _hold = null;
        StopIfLast();
    }

    private void MakeFolder()
    {
        try
        {
            var info = Directory.CreateDirectory(_folder.Root);
            if (!_folder.HasCluster && info.EnumerateFileSystemInfos().Any(f => !IsOurs(f.Name)))
            {
                throw new ClusterException(
                    $"Datamappen {_folder.Root} används redan till något annat. Välj en tom mapp med Ledstjarna__Data.",
                    $"The data folder {_folder.Root} is used for something else already. Choose an empty one with Ledstjarna__Data."
                );
            }

            GiveAway(_folder.Root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(_folder.Root, e);
        }

        if (_asRoot && OsProcess.Run([.. AsPostgres, "test", "-x", _folder.Root]) != 0)
        {
            throw new ClusterException(
                $"PostgreSQL körs som användaren postgres, som inte når {_folder.Root}. Välj en mapp som alla får gå igenom, med Ledstjarna__Data.",
                $"PostgreSQL runs as the user postgres, who cannot reach {_folder.Root}. Choose a folder everyone may pass through, with Ledstjarna__Data."
            );
        }
    }

    private static ClusterException NotWritable(string folder, Exception e) =>
        new(
            $"Datamappen {folder} går inte att skriva i. Kontrollera rättigheter och utrymme, eller välj en annan med Ledstjarna__Data.",
            $"The data folder {folder} cannot be written. Check rights and space, or choose another with Ledstjarna__Data.",
            e
        );

    private static bool IsOurs(string name) => name is "pg" or "pg.new" or "s" or "postgres.log" or "holders.lock" or "start.lock";

    /// <summary>initdb into a folder beside, then a rename: half a cluster is never taken for a whole.</summary>
    private void Initialise()
    {
        if (Directory.Exists(_folder.Fresh))
        {
            Directory.Delete(_folder.Fresh, recursive: true);
        }

        string[] initdb =
        [
            .. AsPostgres,
            _binaries!.Of("initdb"),
            "-D",
            _folder.Fresh,
            "-U",
            Owner,
            "-A",
            "peer",
            "--data-checksums",
            "--encoding=UTF8",
            "--locale-provider=icu",
            "--icu-locale=sv-SE",
            "--locale=C.UTF-8",
            .. _options.NoSync ? ["--no-sync"] : Array.Empty<string>(),
        ];
        var (exitCode, said) = OsProcess.RunAndListen(initdb);
        if (exitCode != 0)
        {
            throw Failed(said);
        }

        File.WriteAllText(Path.Combine(_folder.Fresh, "pg_hba.conf"), "local all all peer map=own\n");
        var me = Environment.UserName;
        File.WriteAllText(Path.Combine(_folder.Fresh, "pg_ident.conf"), $"own {me} {Owner}\nown {me} {AppRole}\n");
        Directory.Move(_folder.Fresh, _folder.Data);
    }

    private void StartServer()
    {
        if (OsProcess.Run([.. AsPostgres, "mkdir", "-p", "-m", "700", _folder.Socket]) != 0)
        {
            throw Failed("mkdir");
        }

        var settings = new List<string> { "listen_addresses=", $"unix_socket_directories={_folder.Socket}" };
        settings.AddRange(_options.Settings);
        var options = string.Join(' ', settings.Select(s => $"-c '{s}'"));
        string[] start =
        [
            .. AsPostgres,
            _binaries!.Of("pg_ctl"),
            "-D",
            _folder.Data,
            "-w",
            "-s",
            "-l",
            _folder.Log,
            "-o",
            options,
            "start",
        ];
        if (OsProcess.Run(start) != 0)
        {
            throw Failed(_folder.LastWords());
        }
    }

    /// <summary>In a session of its own, so that Ctrl-C does not reach it: waits for the last holder to go, then stops the server.</summary>
    private void StartWatcher() =>
        OsProcess.RunAndListen([
            "setsid",
            "-f",
            "sh",
            "-c",
            "exec \"$@\" >/dev/null 2>&1 </dev/null",
            "watch",
            .. AsPostgres,
            "flock",
            "--exclusive",
            "--no-fork",
            _folder.HoldersLock,
            .. StopCommand,
        ]);

    private string[] StopCommand => [_binaries!.Of("pg_ctl"), "-D", _folder.Data, "-m", "fast", "-w", "-s", "stop"];

    /// <summary>Stops the server here and now when no one else holds it: where this is a container's first process the watcher dies with it.</summary>
    private void StopIfLast()
    {
        try
        {
            using var last = new FileStream(_folder.HoldersLock, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (_folder.IsRunning())
            {
                OsProcess.Run([.. AsPostgres, .. StopCommand]);
            }
        }
        catch (IOException)
        {
            // Another of ours holds it, or the watcher was faster.
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private string[] AsPostgres => _asRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] : [];

    private void GiveAway(string path)
    {
        if (_asRoot && OsProcess.Run(["chown", "postgres:postgres", path]) != 0)
        {
            throw new ClusterException(
                "Användaren postgres finns inte. Installera Debians paket postgresql, eller kör Ledstjärna som en annan användare än root.",
                "There is no user postgres. Install Debian's package postgresql, or run Ledstjärna as another user than root."
            );
        }
    }

    private ClusterException Failed(string said) =>
        said.Contains("No space left on device", StringComparison.OrdinalIgnoreCase)
            ? new ClusterException(
                $"Disken är full: databasen i {_folder.Root} kan inte starta. Frigör utrymme och försök igen; inget är förlorat.",
                $"The disk is full: the database in {_folder.Root} cannot start. Free some space and try again; nothing is lost."
            )
            : new ClusterException(
                $"Databasen i {_folder.Root} startade inte. PostgreSQL skrev:\n{Short(said)}",
                $"The database in {_folder.Root} did not start. What PostgreSQL wrote is above; more may stand in {_folder.Log}."
            );

    private static string Short(string said) =>
        new StringBuilder(said.Trim()) is { Length: > 1500 } long_ ? long_.ToString(long_.Length - 1500, 1500) : said.Trim();

    private static async Task<FileStream> LockAsync(string path, FileAccess access, FileShare share, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, access, share);
            }
            catch (IOException e) when (e.HResult == HeldByAnother)
            {
                await Task.Delay(20, cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw NotWritable(Path.GetDirectoryName(path)!, e);
            }
        }
    }
}

/// <summary>How a private cluster is run.</summary>
public sealed record ClusterOptions
{
    /// <summary>Settings beyond our own, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Don't wait for the disk: for throw-away clusters only.</summary>
    public bool NoSync { get; init; }
}
