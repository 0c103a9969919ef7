namespace CmeOrleans.Runtime.Tests;

/// <summary>What a test may ask of its host; the defaults are those of the runtime.</summary>
internal sealed record ActorHostSettings
{
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(15);

    public int CallsWaitingMax { get; init; } = 10_000;

    public MemoryReminderTable Reminders { get; init; } = new();

    public MemoryGrainStorage Storage { get; init; } = new();

    public ManualTimeProvider Time { get; init; } = new();
}
