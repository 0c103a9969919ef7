using System.Collections.Concurrent;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Idempotency;

/// <summary>
/// The commands that this node is working on, by learner, tenant and key. A second one with the same key is told to come back,
/// instead of waiting behind the first. Across nodes, and for what is done, the journal decides; nothing depends on this.
/// </summary>
internal sealed class CommandsInFlight
{
    private readonly ConcurrentDictionary<(string LearnerId, string Tenant, string Key), bool> _running = new();

    /// <summary>Marks the command as running until the result is disposed of.</summary>
    /// <exception cref="ProblemException">It is running already.</exception>
    public Running Enter(string learnerId, string tenant, string key)
    {
        var command = (learnerId, tenant, key);
        return _running.TryAdd(command, true) ? new(this, command) : throw InFlight();
    }

    private static ProblemException InFlight() => new(
        new(ProblemTypes.IdempotencyInFlight, "A request with this key is under way for this learner.") { RetryAfterSeconds = 1 });

    internal readonly struct Running(CommandsInFlight commands, (string LearnerId, string Tenant, string Key) command) : IDisposable
    {
        public void Dispose() => commands._running.TryRemove(command, out _);
    }
}
