namespace CmeOrleans.Silo.Health;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What: <c>database</c>, <c>migrations</c>, <c>clock</c>, <c>backlog</c>, <c>store</c> or <c>draining</c>.</param>
/// <param name="Problem">What is wrong with it, a sentence for operators; none when nothing is.</param>
public sealed record HealthFinding(string Name, string? Problem)
{
    public bool IsHealthy => Problem is null;
}
