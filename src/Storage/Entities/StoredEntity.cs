namespace CmeOrleans.Storage.Entities;

/// <param name="Version">Rises with every write, also when the state is cleared.</param>
/// <param name="Body">UTF-8 JSON, or <see langword="null"/> when the state was cleared.</param>
internal sealed record StoredEntity(long Version, byte[]? Body);
