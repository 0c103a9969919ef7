using System.Text.Json;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Learners;

/// <summary>The name as a certificate prints it. In a journal row it stands sealed.</summary>
internal sealed record PrintedName(string DisplayName, string? Degrees)
{
    public static PrintedName Of(LearnerProfile profile) => new(profile.DisplayName, profile.Degrees);

    public static PrintedName Open(IPersonalDataKeyring keyring, ReadOnlySpan<byte> wrappedKey, string learnerId, SealedText sealedName) =>
        JsonSerializer.Deserialize<PrintedName>(keyring.Open(wrappedKey, learnerId, sealedName.Ciphertext.Span))
        ?? throw new SealBrokenException("A sealed name is not a name.");

    public SealedText Seal(IPersonalDataKeyring keyring, ReadOnlySpan<byte> wrappedKey, string learnerId) =>
        new(keyring.Seal(wrappedKey, learnerId, JsonSerializer.SerializeToUtf8Bytes(this)));
}
