using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Licences;

namespace CmeOrleans.Grains.Interfaces.Directory;

/// <summary>Lists what is stored: providers, courses, rosters and API keys by their ids. Stateless; the grain key is any text.</summary>
[Alias("cme.directory")]
public interface IDirectoryGrain : IGrainWithStringKey
{
    /// <summary>Ids of providers in ordinal order after <paramref name="after"/>.</summary>
    [Alias("list-providers")]
    Task<ImmutableArray<string>> ListProvidersAsync(string? after, int limit);

    /// <summary>Ids of courses in ordinal order after <paramref name="after"/>, of one provider if given.</summary>
    [Alias("list-courses")]
    Task<ImmutableArray<string>> ListCoursesAsync(string? providerId, string? after, int limit);

    /// <summary>Ids of the learners on an institution's roster in ordinal order after <paramref name="after"/>.</summary>
    [Alias("list-roster")]
    Task<ImmutableArray<string>> ListRosterAsync(string institutionId, string? after, int limit);

    [Alias("list-api-keys")]
    Task<ImmutableArray<string>> ListApiKeysAsync(string? after, int limit);

    /// <summary>Ids of the keys bound to one provider, institution or learner that are not revoked, oldest first.</summary>
    [Alias("list-api-keys-of")]
    Task<ImmutableArray<string>> ListApiKeysOfAsync(string role, string subject, int limit);

    /// <summary>The credit types that this node knows, in the order of the pack.</summary>
    [Alias("list-credit-types")]
    Task<ImmutableArray<CreditTypeView>> ListCreditTypesAsync();

    /// <summary>The requirements that this node knows, in the order of the pack.</summary>
    [Alias("list-requirements")]
    Task<ImmutableArray<RequirementView>> ListRequirementsAsync();
}
