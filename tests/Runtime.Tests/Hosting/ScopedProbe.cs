namespace CmeOrleans.Runtime.Tests;

/// <summary>A service with the life of one activation.</summary>
internal sealed class ScopedProbe(Stage stage) : IDisposable
{
    public Guid Id { get; } = Guid.NewGuid();

    public void Dispose() => stage.Note("scope disposed");
}
