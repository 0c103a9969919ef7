using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CmeOrleans.System.Tests.Support;

/// <summary>The program as a process of its own.</summary>
internal sealed partial class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ExitTimeMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> _managementUrl = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpClient? _client;

    private NodeProcess(Installation installation, string[] arguments, IReadOnlyDictionary<string, string?>? changes)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath, .. arguments])
        {
            WorkingDirectory = installation.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in installation.Environment(changes))
        {
            start.Environment[name] = value;
        }

        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _url.TrySetException(new InvalidOperationException("The process ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static string ProgramPath { get; } = typeof(NodeProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProgramPath").Value!;

    /// <summary>Speaks to the node as an operator.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException("The node does not serve.");

    /// <summary>All that the process has printed.</summary>
    public string Output => string.Join('\n', _lines);

    public Task<Uri> ManagementUrlAsync() => _managementUrl.Task;

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a node and waits until it is ready.</summary>
    public static async Task<NodeProcess> StartAsync(
        Installation installation, IReadOnlyDictionary<string, string?>? changes = null, params string[] arguments)
    {
        var node = Launch(installation, changes, arguments);
        try
        {
            await node.WaitUntilListeningAsync();
            await Eventually.SucceedsAsync(async () =>
            {
                using var answer = await node.Client.GetAsync("/health/ready");
                return answer.StatusCode == HttpStatusCode.OK;
            });
            return node;
        }
        catch (Exception exception)
        {
            await node.DisposeAsync();
            throw new InvalidOperationException($"The node does not start:\n{node.Output}", exception);
        }
    }

    /// <summary>Starts the process and waits for nothing.</summary>
    public static NodeProcess Launch(
        Installation installation, IReadOnlyDictionary<string, string?>? changes = null, params string[] arguments) =>
        new(installation, arguments, changes);

    /// <summary>Waits until the node listens; it need not be ready.</summary>
    public async Task WaitUntilListeningAsync()
    {
        var url = await _url.Task.WaitAsync(StartTimeMax);
        _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Installation.OperatorKey);
    }

    /// <summary>Ends the process as a power failure would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks the process to end.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end of the process and answers its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(ExitTimeMax);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } listening)
        {
            _url.TrySetResult(new(listening.Groups[1].Value));
        }

        if (ForOperators().Match(line) is { Success: true } forOperators)
        {
            _managementUrl.TrySetResult(new(forOperators.Groups[1].Value));
        }
    }

    [GeneratedRegex("Now listening on: (http://[0-9.]+:[0-9]+)")]
    private static partial Regex Listening();

    [GeneratedRegex("Metrics and health for operators: (http://[0-9.]+:[0-9]+)")]
    private static partial Regex ForOperators();
}
