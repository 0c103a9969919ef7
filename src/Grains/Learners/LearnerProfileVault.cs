using System.Collections.Immutable;
using System.Text.Json;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Learners;

/// <summary>The one place that holds a learner's personal data in clear, in memory only.</summary>
internal sealed class LearnerProfileVault(
    string learnerId, IPersistentState<LearnerProfileState> state, IPersonalDataKeyring keyring, IEntityChanges changes)
{
    private readonly Entity<LearnerProfileState> _entity = new(state, new(changes, EntityStates.Learner, learnerId));
    private LearnerProfileState? _openedState;
    private OpenProfile? _opened;

    public string ETag => _entity.ETag;

    /// <summary>The profile, a few seconds old at most where other nodes write; that there is none has been read from the store now.</summary>
    public async ValueTask<OpenProfile?> ReadRecentAsync() => Open(await _entity.ReadRecentAsync());

    /// <summary>The profile as stored now.</summary>
    public async Task<OpenProfile?> ReadAsync() => Open(await _entity.ReadAsync());

    public async Task<(Outcome Outcome, bool IsNew)> WriteAsync(LearnerProfile profile, string? ifMatch)
    {
        var isNew = false;
        var outcome = await _entity.WriteAsync(ifMatch, current =>
        {
            isNew = current is null;
            if (Open(current)?.Profile == profile)
            {
                return current!;
            }

            // The data key stays for life: the names in the journal are sealed under it.
            var wrappedKey = current?.WrappedKey ?? keyring.CreateWrappedKey(learnerId);
            var sealedProfile = keyring.Seal(wrappedKey.Span, learnerId, JsonSerializer.SerializeToUtf8Bytes(profile));
            return new() { WrappedKey = wrappedKey, SealedProfile = sealedProfile };
        });
        return (outcome, isNew);
    }

    private OpenProfile? Open(LearnerProfileState? stored)
    {
        if (stored is null)
        {
            return null;
        }

        if (!ReferenceEquals(stored, _openedState))
        {
            var profile = JsonSerializer.Deserialize<LearnerProfile>(keyring.Open(stored.WrappedKey.Span, learnerId, stored.SealedProfile.Span))
                ?? throw new SealBrokenException("A sealed profile is not a profile.");
            _opened = new(profile, stored.WrappedKey, PrintedName.Of(profile).Seal(keyring, stored.WrappedKey.Span, learnerId));
            _openedState = stored;
        }

        return _opened;
    }
}

/// <summary>A profile in clear and what claims need of it.</summary>
/// <param name="SealedName">The name as it goes into claims. Sealed once per profile, not once per claim.</param>
internal sealed record OpenProfile(LearnerProfile Profile, ReadOnlyMemory<byte> WrappedKey, SealedText SealedName)
{
    public CertificateHolder Holder { get; } = new(
        SealedName, ProfessionNames.TryParse(Profile.Profession, out var profession) ? profession : Profession.Other);

    public ImmutableArray<ProfileFact> Facts { get; } = LearnerProfileRules.FactsOf(Profile);
}
