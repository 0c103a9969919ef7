using System.Security.Cryptography;
using System.Text.Json;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Licences;

/// <inheritdoc cref="ILicencesGrain"/>
public sealed class LicencesGrain : Grain, ILicencesGrain
{
    private readonly RequirementPack _pack;
    private readonly IPersonalDataKeyring _keyring;
    private readonly TimeProvider _time;
    private readonly Entity<LicencesState> _entity;

    public LicencesGrain(
        [PersistentState(EntityStates.Licences)] IPersistentState<LicencesState> state,
        IEntityChanges changes,
        RequirementPack pack,
        IPersonalDataKeyring keyring,
        TimeProvider time)
    {
        (_pack, _keyring, _time) = (pack, keyring, time);
        _entity = new(state, new(changes, EntityStates.Licences, LearnerId));
    }

    private string LearnerId => this.GetPrimaryKeyString();

    private ILearnerGrain Learner => GrainFactory.GetGrain<ILearnerGrain>(LearnerId);

    public async Task<Answer<Versioned<LicenceList>>> PutAsync(LicenceList licences, string? ifMatch)
    {
        if (await Learner.GetProfileAsync() is not { Value: var profile } || await Learner.FindDataKeyAsync() is not { } wrappedKey)
        {
            return Answers.NotFound<Versioned<LicenceList>>();
        }

        var now = _time.GetUtcNow();
        var profession = ProfessionNames.TryParse(profile.Profession, out var known) ? known : Profession.Other;
        var (isNew, written, checks) = (false, licences, new FieldChecks());
        var outcome = await _entity.WriteAsync(ifMatch, current =>
        {
            var stored = Open(current, wrappedKey);
            checks = LicenceRules.Check(licences.Items, stored.Items, _pack, profession, DateOnly.FromDateTime(now.UtcDateTime));
            isNew = current is null;
            written = new() { Items = LicenceRules.WithIds(licences.Items, stored.Items, () => NewId(now), checks) };

            // Sealing the same list gives other bytes, which would look like a change.
            var isKept = checks.AreBroken || (current is not null && written.Items.SequenceEqual(stored.Items));
            return isKept ? current! : new() { SealedLicences = _keyring.Seal(wrappedKey.Span, LearnerId, JsonSerializer.SerializeToUtf8Bytes(written)) };
        });
        if (outcome is not Outcome.Done)
        {
            return Answers.VersionConflict<Versioned<LicenceList>>();
        }

        return checks.AreBroken
            ? Answers.Invalid<Versioned<LicenceList>>(checks.ToLines())
            : Answers.Done(new Versioned<LicenceList> { Value = written, ETag = _entity.ETag, IsNew = isNew });
    }

    public async Task<Versioned<LicenceList>?> GetAsync()
    {
        if (await Learner.FindDataKeyAsync() is not { } wrappedKey)
        {
            return null;
        }

        var stored = await _entity.ReadAsync();
        return new() { Value = Open(stored, wrappedKey), ETag = stored is null ? StoredTag.None : _entity.ETag };
    }

    private LicenceList Open(LicencesState? stored, ReadOnlyMemory<byte> wrappedKey) => stored is null
        ? new()
        : JsonSerializer.Deserialize<LicenceList>(_keyring.Open(wrappedKey.Span, LearnerId, stored.SealedLicences.Span))
            ?? throw new SealBrokenException("A sealed list of licences is not a list.");

    private static string NewId(DateTimeOffset now)
    {
        Span<byte> entropy = stackalloc byte[IdSeed.EntropyBytes];
        RandomNumberGenerator.Fill(entropy);
        return new IdSeed(now, entropy).Next<LicenceId>().ToString();
    }
}
