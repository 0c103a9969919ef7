using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>A node that does not see what others write: it can rely on nothing that it remembers.</summary>
internal sealed class UnwatchedChanges(TimeProvider time) : IEntityChanges
{
    public long Now => time.GetTimestamp();

    public bool IsUnchanged(string stateName, string key, long readAt) => false;
}
