using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>Keeps every line of every logger, with the values and the exception that a line carries.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue(TextOf(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} [{TextOf(state)}] {exception}");

    public void Dispose()
    {
    }

    // An exporter sees the values of a line also where its text leaves them out.
    private static string TextOf<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(", ", values.Select(value => $"{value.Key}={value.Value}")) : $"{state}";
}
