namespace CmeOrleans.Silo.Health;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What: <c>database</c>, <c>migrations</c>, <c>clock</c>, <c>backlog</c>, <c>store</c>, <c>draining</c> or <c>mail</c>.</param>
/// <param name="Problem">What is wrong with it, a sentence for operators; none when nothing is.</param>
public sealed record HealthFinding(string Name, string? Problem)
{
    public bool IsHealthy => Problem is null;

    /// <summary>Whether the node cannot serve because of it. False where a person must look and requests are answered all the same.</summary>
    public bool PreventsService { get; init; } = true;
}
