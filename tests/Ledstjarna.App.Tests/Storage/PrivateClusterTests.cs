using System.Diagnostics;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Cluster;
using Npgsql;

namespace Ledstjarna.App.Tests.Storage;

/// <summary>A PostgreSQL of our own: made, shared, stopped with the last user, and plain words when it cannot be had.</summary>
public sealed class PrivateClusterTests : IDisposable
{
    private static readonly ClusterOptions Quick = new() { NoSync = true, Settings = ["fsync=off"] };
    private readonly string _folder = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        $"lc{Guid.NewGuid():N}"[..12]
    );

    [Fact]
    public async Task It_is_made_once_started_again_and_stopped_with_its_last_user()
    {
        await using (var first = new PrivateCluster(_folder, Quick))
        {
            await first.StartAsync();
            await using var second = new PrivateCluster(_folder, Quick);
            await second.StartAsync();
            (await AnswerAsync(first)).ShouldBe(1);
            await second.DisposeAsync();
            (await AnswerAsync(first)).ShouldBe(1);
        }

        await StoppedAsync();
        await using var again = new PrivateCluster(_folder, Quick);
        await again.StartAsync();
        (await AnswerAsync(again)).ShouldBe(1);
    }

    [Fact]
    public async Task Several_starting_at_once_share_one_server()
    {
        var all = Enumerable.Range(0, 5).Select(_ => new PrivateCluster(_folder, Quick)).ToList();
        await Task.WhenAll(all.Select(c => Task.Run(() => c.StartAsync())));
        (await Task.WhenAll(all.Select(AnswerAsync))).ShouldAllBe(one => one == 1);
        foreach (var cluster in all)
        {
            await cluster.DisposeAsync();
        }

        await StoppedAsync();
    }

    [Fact]
    public async Task A_pid_file_that_names_a_stranger_is_no_server()
    {
        await using (var cluster = new PrivateCluster(_folder, Quick))
        {
            await cluster.StartAsync();
        }

        await StoppedAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "pg", "postmaster.pid"), $"{Environment.ProcessId}\n{_folder}/pg\n");
        await using var again = new PrivateCluster(_folder, Quick);
        await again.StartAsync();
        (await AnswerAsync(again)).ShouldBe(1);
    }

    [Fact]
    public async Task A_running_server_is_known_also_through_another_path()
    {
        await using var cluster = new PrivateCluster(_folder, Quick);
        await cluster.StartAsync();
        var link = _folder + "-l";
        Directory.CreateSymbolicLink(link, _folder);
        try
        {
            await using var same = new PrivateCluster(link, Quick);
            await same.StartAsync();
            File.Exists(Path.Combine(_folder, "pg", "postmaster.pid")).ShouldBeTrue();
            (await AnswerAsync(cluster)).ShouldBe(1);
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Fact]
    public async Task What_a_broken_off_initdb_left_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "pg.new", "base"));
        await using var cluster = new PrivateCluster(_folder, Quick);
        await cluster.StartAsync();
        (await AnswerAsync(cluster)).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_with_a_long_path_gets_its_socket_elsewhere()
    {
        var deep = Path.Combine(_folder, new string('d', 100));
        await using var cluster = new PrivateCluster(deep, Quick);
        await cluster.StartAsync();
        (await AnswerAsync(cluster)).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_refused()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "semesterbilder.txt"), "");
        await using var cluster = new PrivateCluster(_folder, Quick);
        var refused = await Should.ThrowAsync<ClusterException>(() => cluster.StartAsync());
        refused.Swedish.ShouldContain("används redan");
        refused.English.ShouldContain("used for something else");
        Directory.GetFiles(_folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_cluster_of_another_major_version_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "pg"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "pg", "PG_VERSION"), "9\n");
        await using var cluster = new PrivateCluster(_folder, Quick);
        var refused = await Should.ThrowAsync<ClusterException>(() => cluster.StartAsync());
        refused.Swedish.ShouldContain("PostgreSQL 9");
        refused.English.ShouldContain("pg_upgrade");
        Directory.GetFiles(Path.Combine(_folder, "pg")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await using var cluster = new PrivateCluster("/proc/ledstjarna", Quick);
        (await Should.ThrowAsync<ClusterException>(() => cluster.StartAsync())).Swedish.ShouldContain("går inte att skriva i");
    }

    [Fact]
    public async Task A_full_disk_is_told()
    {
        if (Environment.UserName != "root")
        {
            Assert.Skip("needs to mount a small file system");
        }

        Directory.CreateDirectory(_folder);
        if (!Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", _folder))
        {
            Assert.Skip("may not mount here");
        }

        try
        {
            await using var cluster = new PrivateCluster(_folder, Quick);
            var refused = await Should.ThrowAsync<ClusterException>(() => cluster.StartAsync());
            refused.Swedish.ShouldContain("Disken är full");
            refused.English.ShouldContain("disk is full");
        }
        finally
        {
            Run("umount", _folder).ShouldBeTrue();
        }
    }

    [Fact]
    public void No_server_programs_are_told()
    {
        var refused = Should.Throw<ClusterException>(() => ServerBinaries.Find(["/nowhere"], null));
        refused.Swedish.ShouldContain("postgresql");
        refused.English.ShouldContain("ConnectionStrings__Ledstjarna");
    }

    [Fact]
    public async Task A_server_of_ones_own_is_used_by_connection_string_and_a_superuser_is_refused()
    {
        await using var own = new PrivateCluster(_folder, Quick);
        await own.StartAsync();
        await RunAsync(own, "create role ledstjarna_app login nosuperuser nobypassrls; create database mine");
        var (app, owner) = (own.ConnectionString("mine"), own.ConnectionString("mine", PrivateCluster.Owner));
        await using (
            var home = await DatabaseHome.OpenAsync(
                new DatabaseSettings
                {
                    Folder = "unused",
                    Server = app,
                    ServerOwner = owner,
                }
            )
        )
        {
            home.Applied.Count.ShouldBe(6);
            (await home.Database.IsReadyAsync()).ShouldBeTrue();
        }

        var refused = await Should.ThrowAsync<ClusterException>(() =>
            DatabaseHome.OpenAsync(new DatabaseSettings { Folder = "unused", Server = owner })
        );
        refused.English.ShouldContain("row-level security");
        var gone = await Should.ThrowAsync<ClusterException>(() =>
            DatabaseHome.OpenAsync(new DatabaseSettings { Folder = "unused", Server = "Host=/nowhere;Username=x;Database=x;Timeout=2" })
        );
        gone.Swedish.ShouldContain("svarar inte");
    }

    public void Dispose()
    {
        for (
            var i = 0;
            i < 400 && Directory.Exists(_folder) && Directory.GetFiles(_folder, "postmaster.pid", SearchOption.AllDirectories).Length > 0;
            i++
        )
        {
            Thread.Sleep(25);
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<int> AnswerAsync(PrivateCluster cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres", PrivateCluster.Owner) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select 1", connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(PrivateCluster cluster, string sql)
    {
        foreach (var one in sql.Split(';'))
        {
            await using var connection = new NpgsqlConnection(
                cluster.ConnectionString("postgres", PrivateCluster.Owner) + ";Pooling=false"
            );
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(one, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task StoppedAsync()
    {
        for (var i = 0; i < 400 && File.Exists(Path.Combine(_folder, "pg", "postmaster.pid")); i++)
        {
            await Task.Delay(25);
        }

        File.Exists(Path.Combine(_folder, "pg", "postmaster.pid")).ShouldBeFalse();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
