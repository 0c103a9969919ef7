using System.Collections.Immutable;
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

        var isNew = false;
        var hasRoom = true;
        var isForeign = false;
        var outcome = await _entity.WriteAsync(ifMatch, current =>
        {
            isNew = current is null;
            isForeign = onlyProviderId is not null && current is not null && current.Versions[^1].ProviderId != onlyProviderId;
            if (isForeign)
            {
                return current!;
            }

            var versions = current?.Versions ?? [];
            hasRoom = versions.Length < CourseRules.VersionsMax || CourseRules.AreSame(versions[^1], definition);
            return current is not null && (!hasRoom || CourseRules.AreSame(versions[^1], definition))
                ? current
                : new() { Versions = versions.Add(definition) };
        });
        if (isForeign)
        {
            return Answers.NotFound<Versioned<CourseView>>();
        }

        if (!hasRoom)
        {
            return Answers.Refused<Versioned<CourseView>>("too-many-versions", $"A course has at most {CourseRules.VersionsMax} versions.");
        }

        return outcome is Outcome.Done
            ? Answers.Done(ToVersioned(_entity.Value!, isNew))
            : Answers.VersionConflict<Versioned<CourseView>>();
    }

    public async Task<Versioned<CourseView>?> GetAsync() =>
        await _entity.ReadAsync() is { } course ? ToVersioned(course, isNew: false) : null;

    public async Task<CourseEarnTerms?> GetEarnTermsAsync(string topicId, bool fromStore)
    {
        // What is not there may have been added on another node a moment ago, so a no is read from the store.
        var course = fromStore ? await _entity.ReadAsync() : await _entity.ReadRecentAsync();
        if (!fromStore && course is not null && !CourseTerms.HasTopic(course.Versions[^1], topicId))
        {
            course = await _entity.ReadAsync();
        }

        if (course is null)
        {
            return null;
        }

        var definition = course.Versions[^1];
        return await GrainFactory.GetGrain<IProviderGrain>(definition.ProviderId).GetCurrentAsync() is { } provider
            ? CourseTerms.ForEarning(definition, course.Versions.Length, topicId, provider)
            : null;
    }

    public async Task<CourseCertificateTerms?> GetCertificateTermsAsync(int version, string creditType)
    {
        var course = await _entity.ReadRecentAsync();
        if (course is null || course.Versions.Length < version)
        {
            course = await _entity.ReadAsync();
        }

        if (course is null || course.Versions.Length < version)
        {
            return null;
        }

        var definition = course.Versions[version - 1];
        return await GrainFactory.GetGrain<IProviderGrain>(definition.ProviderId).GetCurrentAsync() is { } provider
            ? CourseTerms.ForCertificate(definition, creditType, provider)
            : null;
    }

    public async Task<CourseLedgerPage> GetLedgerAsync(CourseLedgerPosition after, int limit)
    {
        var page = await _entries.ReadPageAsync(CourseId, after, limit + 1, CancellationToken.None);
        return CourseViews.ToPage(page, limit);
    }

    public async Task<ImmutableArray<CourseBalanceLine>> GetBalanceAsync()
    {
        var balance = await _entries.ReadBalanceAsync(CourseId, CancellationToken.None);
        return [.. balance.Select(CourseViews.ToView)];
    }

    private Versioned<CourseView> ToVersioned(CourseState course, bool isNew) => new()
    {
        Value = new() { CourseId = CourseId, Version = course.Versions.Length, Definition = course.Versions[^1] },
        ETag = _entity.ETag,
        IsNew = isNew,
    };
}
