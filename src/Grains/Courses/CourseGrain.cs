using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Domain;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Courses;

/// <inheritdoc cref="ICourseGrain"/>
public sealed class CourseGrain : Grain, ICourseGrain
{
    private const int PutAttemptsMax = 5;

    private readonly ICourseEntryReader _entries;
    private readonly CreditTypePack _pack;
    private readonly Entity<CourseState> _entity;

    public CourseGrain(
        [PersistentState(EntityStates.Course)] IPersistentState<CourseState> state,
        IEntityChanges changes,
        ICourseEntryReader entries,
        CreditTypePack pack)
    {
        (_entries, _pack) = (entries, pack);
        _entity = new(state, new(changes, EntityStates.Course, this.GetPrimaryKeyString()));
    }

    private string CourseId => this.GetPrimaryKeyString();

    public async Task<Answer<Versioned<CourseView>>> PutAsync(CourseDefinition definition, string? ifMatch, string? onlyProviderId)
    {
        var provider = await GrainFactory.GetGrain<IProviderGrain>(definition.ProviderId).GetCurrentAsync();
        var checks = CourseRules.Check(definition, provider is not null, _pack);
        if (checks.AreBroken)
        {
            return Answers.Invalid<Versioned<CourseView>>(checks.ToLines());
        }

        for (var attempt = 1; attempt <= PutAttemptsMax; attempt++)
        {
            if (await TryPutAsync(definition, ifMatch, onlyProviderId) is { } answer)
            {
                return answer;
            }
        }

        throw new StorageUnavailableException($"Other writers changed course {CourseId} {PutAttemptsMax} times while it was to be changed.");
    }

    public async Task<Versioned<CourseView>?> GetAsync() =>
        await _entity.ReadAsync() is { } course ? ToVersioned(course, isNew: false) : null;

    public async Task<CourseDefinition?> GetVersionAsync(int version)
    {
        var course = await _entity.ReadAsync();
        return course?.Version == version ? DefinitionOf(course) : await VersionGrain(version).GetAsync();
    }

    public async Task<CourseEarnTerms?> GetEarnTermsAsync(string topicId, bool fromStore)
    {
        // What is not there may have been added on another node a moment ago, so a no is read from the store.
        var course = fromStore ? await _entity.ReadAsync() : await _entity.ReadRecentAsync();
        if (!fromStore && course is not null && !CourseTerms.HasTopic(DefinitionOf(course), topicId))
        {
            course = await _entity.ReadAsync();
        }

        if (course is null)
        {
            return null;
        }

        var definition = DefinitionOf(course);
        return await GrainFactory.GetGrain<IProviderGrain>(definition.ProviderId).GetCurrentAsync() is { } provider
            ? CourseTerms.ForEarning(definition, course.Version, topicId, provider)
            : null;
    }

    public async Task<CourseCertificateTerms?> GetCertificateTermsAsync(int version, string creditType)
    {
        var course = await _entity.ReadRecentAsync();
        if (course is null || course.Version < version)
        {
            course = await _entity.ReadAsync();
        }

        if (course is null || course.Version < version)
        {
            return null;
        }

        var definition = course.Version == version ? DefinitionOf(course) : await VersionGrain(version).GetAsync();
        return definition is not null && await GrainFactory.GetGrain<IProviderGrain>(definition.ProviderId).GetCurrentAsync() is { } provider
            ? CourseTerms.ForCertificate(definition, creditType, provider)
            : null;
    }

    public async Task<CourseLedgerPage> GetLedgerAsync(CourseLedgerPosition after, int limit)
    {
        var page = await _entries.ReadPageAsync(CourseId, new(after.Transaction, after.Entry), limit + 1, CancellationToken.None);
        return CourseViews.ToPage(page, limit);
    }

    public async Task<ImmutableArray<CourseBalanceLine>> GetBalanceAsync()
    {
        var balance = await _entries.ReadBalanceAsync(CourseId, CancellationToken.None);
        return [.. balance.Select(CourseViews.ToView)];
    }

    private static CourseDefinition DefinitionOf(CourseState course)
    {
        Invariant.Require(course.Definition is not null, "A stored course has a definition.");
        return course.Definition;
    }

    private ICourseVersionGrain VersionGrain(int version) =>
        GrainFactory.GetGrain<ICourseVersionGrain>(GrainKeys.Join(CourseId, version.ToString(CultureInfo.InvariantCulture)));

    /// <returns><see langword="null"/> when another node made a version meanwhile, which must be kept first.</returns>
    private async Task<Answer<Versioned<CourseView>>?> TryPutAsync(CourseDefinition definition, string? ifMatch, string? onlyProviderId)
    {
        var before = await _entity.ReadAsync();
        if (before is not null && onlyProviderId is not null && DefinitionOf(before).ProviderId != onlyProviderId)
        {
            return Answers.NotFound<Versioned<CourseView>>();
        }

        var isSame = before is not null && CourseRules.AreSame(DefinitionOf(before), definition);
        if (before?.Version >= CourseRules.VersionsMax && !isSame)
        {
            return Answers.Refused<Versioned<CourseView>>("too-many-versions", $"A course has at most {CourseRules.VersionsMax} versions.");
        }

        // Kept before it is replaced: whatever happens in between, no version is ever missing.
        if (before is not null && !isSame)
        {
            await VersionGrain(before.Version).KeepAsync(DefinitionOf(before));
        }

        var isOvertaken = false;
        var outcome = await _entity.WriteAsync(ifMatch, current =>
        {
            isOvertaken = current?.Version != before?.Version;
            return isOvertaken || isSame ? current! : new() { Version = (before?.Version ?? 0) + 1, Definition = definition };
        });
        if (outcome is not Outcome.Done)
        {
            return Answers.VersionConflict<Versioned<CourseView>>();
        }

        return isOvertaken ? null : Answers.Done(ToVersioned(_entity.Value!, isNew: before is null));
    }

    private Versioned<CourseView> ToVersioned(CourseState course, bool isNew) => new()
    {
        Value = new() { CourseId = CourseId, Version = course.Version, Definition = DefinitionOf(course) },
        ETag = _entity.ETag,
        IsNew = isNew,
    };
}
