using System.Collections.Immutable;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Grains.ApiKeys;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Licences;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Listings;

/// <inheritdoc cref="IDirectoryGrain"/>
[StatelessWorker]
public sealed class DirectoryGrain(IEntityIndex index, CreditTypePack pack, RequirementPack requirements) : Grain, IDirectoryGrain
{
    public Task<ImmutableArray<string>> ListProvidersAsync(string? after, int limit) =>
        index.ListAsync(EntityStates.Provider, tag: null, after, limit, CancellationToken.None);

    public Task<ImmutableArray<string>> ListCoursesAsync(string? providerId, string? after, int limit) =>
        index.ListAsync(EntityStates.Course, providerId, after, limit, CancellationToken.None);

    public async Task<ImmutableArray<string>> ListRosterAsync(string institutionId, string? after, int limit)
    {
        var afterKey = after is null ? null : GrainKeys.Join(institutionId, after);
        var keys = await index.ListAsync(EntityStates.RosterEntry, institutionId, afterKey, limit, CancellationToken.None);
        return [.. keys.Select(key => GrainKeys.Split(key).Id)];
    }

    public Task<ImmutableArray<string>> ListApiKeysAsync(string? after, int limit) =>
        index.ListAsync(EntityStates.ApiKey, tag: null, after, limit, CancellationToken.None);

    public Task<ImmutableArray<string>> ListApiKeysOfAsync(string role, string subject, int limit) =>
        index.ListAsync(EntityStates.ApiKey, ApiKeyState.TagOf(role, subject), afterKey: null, limit, CancellationToken.None);

    public Task<ImmutableArray<CreditTypeView>> ListCreditTypesAsync() => Task.FromResult(pack.CreditTypes.Select(ToView).ToImmutableArray());

    public Task<ImmutableArray<RequirementView>> ListRequirementsAsync() =>
        Task.FromResult(requirements.Requirements.Select(RequirementViews.ToView).ToImmutableArray());

    private static CreditTypeView ToView(CreditType creditType) => new()
    {
        Code = creditType.Code,
        Name = creditType.Name,
        Owner = creditType.Owner,
        Unit = creditType.Unit.ToApiName(),
        StepHundredths = creditType.Step.Hundredths,
        Professions = [.. creditType.Professions.Select(profession => profession.ToApiName())],
        CertificateKind = creditType.CertificateKind.ToApiName(),
        SelfReportable = creditType.SelfReportable,
        Singular = creditType.Singular.ToMarkedText(),
        Plural = creditType.Plural.ToMarkedText(),
        IsOfferable = creditType.IsOfferable,
    };
}
