namespace CmeOrleans.Grains.Ports;

/// <summary>How the outbox stands.</summary>
/// <param name="WaitingCount">Mails that are still to be delivered.</param>
/// <param name="OldestWaitingSince">Since when the oldest of them waits; none when none waits.</param>
/// <param name="GivenUpCount">Mails given up in the last 24 hours.</param>
/// <param name="DeliveredCount">Mails delivered in the last 24 hours.</param>
public sealed record MailFigures(long WaitingCount, DateTimeOffset? OldestWaitingSince, long GivenUpCount, long DeliveredCount);
