using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CmeOrleans.ThrowawayPostgres;

/// <summary>A PostgreSQL server of its own in a temporary folder, on a free port of the loopback, set up as safe as in production (fsync on).</summary>
/// <remarks>
/// A small watchdog process holds one end of a pipe. When this process ends, in whatever way, the pipe closes and the
/// watchdog stops the server and removes the folder: no server is left behind.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const int StartTriesMax = 5;

    private const int ClockTicksPerSecond = 100;

    // Benchmarks write some 20 to 40 MB a second for about a minute.
    private const int LogMegabytesKept = 3_000;

    private const int LogMegabytesAtOnce = 100;

    private const string MemoryFolder = "/dev/shm";

    // Several servers run at a time, each with up to 1 GB of log, beside the tests themselves.
    private const long MemoryBytesMin = 8L << 30;

    private readonly string _folder;
    private readonly Process _watchdog;
    private int _databasesCount;

    private PostgresServer(string folder, Process watchdog)
    {
        _folder = folder;
        _watchdog = watchdog;
    }

    public int Port { get; private set; }

    private string DataFolder => Path.Combine(_folder, "data");

    /// <summary>Creates and starts a server on the disk, to be measured: with memory for what is hot, and with the log of one that has run for a while.</summary>
    /// <remarks>
    /// A server that was just made fills each file of its log with zeros before it uses it, and everybody waits for that once per 16 MB:
    /// 60 ms each second at the load of the benchmarks. One that has run for a while uses its old files again. Takes up to 4 GB of disk.
    /// </remarks>
    public static async Task<PostgresServer> StartOnDiskAsync()
    {
        var server = await StartInAsync(
            Path.GetTempPath(), ["shared_buffers = '512MB'", "max_wal_size = '4GB'", $"min_wal_size = '{LogMegabytesKept}MB'"]);
        await server.FillLogAsync();
        return server;
    }

    /// <summary>
    /// Creates and starts a server for tests: in memory where the machine has room there, else on the disk. The product gives up on a
    /// row after two seconds; a disk that is shared with others stalls for longer at times, which says nothing about what is tested.
    /// </summary>
    public static Task<PostgresServer> StartForTestsAsync() => StartInAsync(HasMemoryFolder() ? MemoryFolder : Path.GetTempPath(), []);

    /// <summary>Creates an empty database and answers the connection string of the superuser.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databasesCount)}");
        await ExecuteAsync(ConnectionString("postgres"), $"create database {name}");
        return ConnectionString(name);
    }

    /// <summary>How to reach a database of this server.</summary>
    public string ConnectionString(string database, string username = "postgres") => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = username,
    }.ToString();

    /// <summary>Runs SQL on a connection of its own.</summary>
    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The processor time that the server and all its processes have used so far. Linux only.</summary>
    public TimeSpan ReadProcessorTime()
    {
        var postmaster = File.ReadLines(Path.Combine(DataFolder, "postmaster.pid")).First();
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            // Of the fields behind the name, 1 is the parent, 11 and 12 are the process's own time, 13 and 14 that of children that ended.
            if (TryReadFields(folder) is { } fields && (Path.GetFileName(folder) == postmaster || fields[1] == postmaster))
            {
                ticks += fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            }
        }

        return TimeSpan.FromSeconds((double)ticks / ClockTicksPerSecond);
    }

    /// <summary>Runs pgbench with a script of one's own, prepared statements and two threads, and answers what it printed.</summary>
    public async Task<string> RunPgbenchAsync(string connectionString, string script, int clientsCount, TimeSpan duration)
    {
        var path = Path.Combine(_folder, "pgbench.sql");
        await PostgresTools.RunAsync("sh", "-c", "printf '%s' \"$1\" > \"$0\"", path, script);
        return await PostgresTools.RunAsync(
            PostgresTools.PathOf("pgbench"),
            "--no-vacuum",
            "--protocol", "prepared",
            "--jobs", "2",
            "--client", clientsCount.ToString(CultureInfo.InvariantCulture),
            "--time", ((int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            "--host", "127.0.0.1",
            "--port", Port.ToString(CultureInfo.InvariantCulture),
            "--username", "postgres",
            "--file", path,
            new NpgsqlConnectionStringBuilder(connectionString).Database!);
    }

    public Task StopAsync(PostgresStopMode mode) => PostgresTools.RunAsync(
        PostgresTools.PathOf("pg_ctl"), "stop", "-D", DataFolder, "-w", "-m", mode switch
        {
            PostgresStopMode.Fast => "fast",
            PostgresStopMode.Immediate => "immediate",
            _ => throw new NotSupportedException($"{mode} is no way to stop."),
        });

    /// <summary>Starts the server again on the same port.</summary>
    public Task StartAgainAsync() => PostgresTools.RunAsync(
        PostgresTools.PathOf("pg_ctl"),
        "start",
        "-D", DataFolder,
        "-w",
        "-l", Path.Combine(_folder, "server.log"),
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {Port}"));

    public async ValueTask DisposeAsync()
    {
        _watchdog.StandardInput.Close();
        await _watchdog.WaitForExitAsync();
        _watchdog.Dispose();
    }

    private static async Task<PostgresServer> StartInAsync(string parent, string[] settings)
    {
        var folder = await PostgresTools.RunAsync("mktemp", "-d", "-p", parent, "cme-postgres-XXXXXXXX");
        var server = new PostgresServer(folder, StartWatchdog(folder));
        await PostgresTools.RunAsync(
            PostgresTools.PathOf("initdb"),
            "--pgdata", server.DataFolder,
            "--username", "postgres",
            "--auth", "trust",
            "--encoding", "UTF8",
            "--locale", "C.UTF-8",
            "--no-sync");
        string[] lines = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "max_connections = 200", .. settings];
        await PostgresTools.RunAsync(
            ["sh", "-c", "printf '%s\\n' \"$@\" >> \"$0\"", Path.Combine(server.DataFolder, "postgresql.conf"), .. lines]);
        await server.StartOnFreePortAsync();
        return server;
    }

    private static bool HasMemoryFolder() => Directory.Exists(MemoryFolder)
        && Math.Min(new DriveInfo(MemoryFolder).AvailableFreeSpace, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) >= MemoryBytesMin;

    private static Process StartWatchdog(string folder)
    {
        // In a session of its own, since an interrupt at the terminal must not end it before its work.
        const string script = """
            cat > /dev/null
            "$0" stop -D "$1/data" -m immediate > /dev/null 2>&1
            rm -rf "$1"
            """;
        string[] command = [.. PostgresTools.Prefix, "setsid", "sh", "-c", script, PostgresTools.PathOf("pg_ctl"), folder];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        return Process.Start(start) ?? throw new InvalidOperationException("The watchdog does not start.");
    }

    /// <summary>Writes so much log that what follows goes into files that are there: a checkpoint keeps those it no longer needs.</summary>
    private async Task FillLogAsync()
    {
        var connectionString = ConnectionString("postgres");
        for (var megabytes = 0; megabytes < LogMegabytesKept; megabytes += LogMegabytesAtOnce)
        {
            await ExecuteAsync(
                connectionString,
                $"select count(pg_logical_emit_message(false, 'fill', repeat('x', 1024 * 1024))) from generate_series(1, {LogMegabytesAtOnce})");
        }

        await ExecuteAsync(connectionString, "checkpoint");
    }

    private static string[]? TryReadFields(string processFolder)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(processFolder, "stat"));
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // The process ended between the listing and the reading.
            return null;
        }
    }

    private async Task StartOnFreePortAsync()
    {
        for (var tries = 1; ; tries++)
        {
            Port = FreePort.Find();
            try
            {
                await StartAgainAsync();
                return;
            }
            catch (InvalidOperationException) when (tries < StartTriesMax)
            {
                // Somebody else took the port between the two; the next one is another.
            }
        }
    }
}
