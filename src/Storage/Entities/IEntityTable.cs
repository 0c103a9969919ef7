using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Entities;

/// <summary>States of grains by name and key, each with a version.</summary>
internal interface IEntityTable : IEntityIndex
{
    Task<StoredEntity?> ReadAsync(string stateName, string key);

    /// <summary>Writes the state if its version is still <paramref name="expectedVersion"/> (0 when it must not be there).</summary>
    /// <param name="body"><see langword="null"/> clears the state.</param>
    /// <returns>Whether it was written; its version is then one more than expected.</returns>
    Task<bool> WriteAsync(string stateName, string key, long expectedVersion, byte[]? body, string? tag);
}
