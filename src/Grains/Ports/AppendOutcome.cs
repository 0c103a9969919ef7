using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Grains.Ports;

/// <summary>What became of an append.</summary>
/// <param name="Status">What happened.</param>
/// <param name="At">For <see cref="AppendStatus.Stored"/>, the time of the stored row.</param>
/// <param name="Existing">For <see cref="AppendStatus.Repeated"/> and <see cref="AppendStatus.KeyReused"/>, the row that has the key.</param>
public readonly record struct AppendOutcome(AppendStatus Status, DateTimeOffset At, LedgerRow? Existing);
