namespace CmeOrleans.Grains.Interfaces.Mail;

/// <summary>How the outbox stands.</summary>
[GenerateSerializer, Immutable, Alias("cme.outbox-figures")]
public sealed record OutboxFigures
{
    /// <summary>Mails that are still to be delivered.</summary>
    [Id(0)]
    public required long WaitingCount { get; init; }

    /// <summary>Since when the oldest of them waits; none when none waits.</summary>
    [Id(1)]
    public DateTimeOffset? OldestWaitingSince { get; init; }

    /// <summary>Mails given up in the last 24 hours: refused by the receiving side, or not delivered for about a day.</summary>
    [Id(2)]
    public required long GivenUpCount { get; init; }

    /// <summary>Mails delivered in the last 24 hours.</summary>
    [Id(3)]
    public required long DeliveredCount { get; init; }
}
