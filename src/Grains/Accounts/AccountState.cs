namespace CmeOrleans.Grains.Accounts;

/// <summary>The stored account: all of it sealed, and the key it is sealed with, itself wrapped.</summary>
public sealed record AccountState
{
    public ReadOnlyMemory<byte> WrappedKey { get; init; }

    /// <summary>The record as JSON, sealed under the data key.</summary>
    public ReadOnlyMemory<byte> SealedRecord { get; init; }
}
