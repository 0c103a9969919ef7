using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.Ledger.Bench;

/// <summary>The product as its own process, with a data folder of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string BootstrapKey = "bench-operator-key-0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _folder;
    private readonly bool _ownsFolder;

    private ServerProcess(Process process, int port, string folder, bool ownsFolder)
    {
        (_process, Port, _folder, _ownsFolder) = (process, port, folder, ownsFolder);
        Client = new() { BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")), Timeout = TimeSpan.FromSeconds(60) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BootstrapKey);
    }

    public int Port { get; }

    /// <summary>A key of an operator, stored like anybody's; see <see cref="IssueKeyAsync"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Calls as the operator.</summary>
    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first ready answer.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Resident memory now, in MB.</summary>
    public double MemoryMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>Processor time used since the start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="assembly">Path of CmeOrleans.WebApi.dll.</param>
    /// <param name="postgres">A connection string, or null for SQLite.</param>
    /// <param name="dataFolder">The data folder of an earlier process to go on with; by default a new one.</param>
    public static async Task<ServerProcess> StartAsync(string assembly, string? postgres, string? dataFolder = null)
    {
        var folder = dataFolder ?? Directory.CreateTempSubdirectory("cme-bench-").FullName;
        var port = FreePort.Find();
        var start = new ProcessStartInfo("dotnet", [assembly, "serve"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"); // It is for the load alone.
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        start.Environment["Security__BootstrapKey"] = BootstrapKey;
        start.Environment["Logging__LogLevel__Default"] = "Warning";

        // As docs/configuration.md says of servers that have memory for it.
        start.Environment["DOTNET_GCgen0size"] = "8000000";

        // So that metrics are taken, as by default.
        start.Environment["Management__Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}");
        if (postgres is not null)
        {
            start.Environment["Storage__Provider"] = "Postgres";
            start.Environment["ConnectionStrings__Ledger"] = postgres;
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, port, folder, ownsFolder: dataFolder is null);
        await server.WaitUntilReadyAsync(started);
        return server;
    }

    /// <summary>Issues a key, with which the load and <see cref="Client"/> call from then on.</summary>
    public async Task IssueKeyAsync()
    {
        using var answer = await Client.PostAsJsonAsync("/v1/api-keys", new { role = "operator", name = "bench" });
        answer.EnsureSuccessStatusCode();
        UseKey((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
    }

    /// <summary>Goes on with a key that was issued before.</summary>
    public void UseKey(string key)
    {
        Key = key;
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task WaitUntilReadyAsync(long started)
    {
        while (Stopwatch.GetElapsedTime(started) < ReadyMax)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    ReadyAfter = Stopwatch.GetElapsedTime(started);
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException("The server was not ready in time.");
    }
}
