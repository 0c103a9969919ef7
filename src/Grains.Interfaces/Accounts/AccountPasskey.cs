using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>A passkey of an account: the public half of a key pair whose other half never leaves its device (WebAuthn).</summary>
[GenerateSerializer, Immutable, Alias("cme.account-passkey")]
public sealed record AccountPasskey
{
    /// <summary>What the device calls it; 1 to 1,023 bytes.</summary>
    [Id(0)]
    public required ReadOnlyMemory<byte> CredentialId { get; init; }

    /// <summary>In the form of COSE.</summary>
    [Id(1)]
    public required ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    [Id(2)]
    public required string Name { get; init; }

    [Id(3)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often the device says to have used it; 0 where devices do not count. A count that falls back gives a copy away.</summary>
    [Id(4)]
    public required long SignCount { get; init; }

    /// <summary>Ways to reach the device, such as <c>internal</c> or <c>usb</c>.</summary>
    [Id(5)]
    public ImmutableArray<string> Transports { get; init; } = [];

    /// <summary>Whether the device has seen its owner by finger, face or code.</summary>
    [Id(6)]
    public bool IsUserVerified { get; init; }

    [Id(7)]
    public bool IsBackupEligible { get; init; }

    [Id(8)]
    public bool IsBackedUp { get; init; }

    /// <summary>What the device said of the key when it was made.</summary>
    [Id(9)]
    public required ReadOnlyMemory<byte> AttestationObject { get; init; }

    /// <summary>What the browser said of the page on which it was made.</summary>
    [Id(10)]
    public required ReadOnlyMemory<byte> ClientData { get; init; }
}
