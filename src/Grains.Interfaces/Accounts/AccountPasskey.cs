using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>A passkey of an account (W3C Web Authentication). It holds no secret: that never leaves the person's device.</summary>
[GenerateSerializer, Immutable, Alias("cme.account-passkey")]
public sealed record AccountPasskey
{
    [Id(0)]
    public required ReadOnlyMemory<byte> CredentialId { get; init; }

    /// <summary>In the form of COSE.</summary>
    [Id(1)]
    public required ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    [Id(2)]
    public string? Name { get; init; }

    [Id(3)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The counter of uses that the device last showed.</summary>
    [Id(4)]
    public required uint SignCount { get; init; }

    [Id(5)]
    public ImmutableArray<string> Transports { get; init; } = [];

    [Id(6)]
    public bool IsUserVerified { get; init; }

    [Id(7)]
    public bool IsBackupEligible { get; init; }

    [Id(8)]
    public bool IsBackedUp { get; init; }

    [Id(9)]
    public ReadOnlyMemory<byte> AttestationObject { get; init; }

    [Id(10)]
    public ReadOnlyMemory<byte> ClientDataJson { get; init; }
}
