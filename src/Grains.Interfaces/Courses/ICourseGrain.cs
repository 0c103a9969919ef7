using System.Collections.Immutable;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>One course: its definition in all versions, and its side of the ledger. The grain key is the course id.</summary>
[Alias("cme.course")]
public interface ICourseGrain : IGrainWithStringKey
{
    /// <summary>Creates the course or makes a new version of it. Durable when the task completes. The same definition again changes nothing.</summary>
    /// <param name="definition">The whole definition.</param>
    /// <param name="ifMatch">When given, the ETag that the stored course must have, or a <see cref="StoredTag"/>.</param>
    /// <param name="onlyProviderId">When given, a course of another provider counts as not there.</param>
    [Alias("put")]
    Task<Answer<Versioned<CourseView>>> PutAsync(CourseDefinition definition, string? ifMatch, string? onlyProviderId = null);

    /// <summary>The newest version, read from the store.</summary>
    [Alias("get")]
    Task<Versioned<CourseView>?> GetAsync();

    /// <summary>The definition in one of its versions, or none if there is no such version.</summary>
    [Alias("get-version")]
    Task<CourseDefinition?> GetVersionAsync(int version);

    /// <summary>What the newest version says about completing a topic. Half a minute old at most, unless the store is asked; an unknown course or topic has been looked for in the store.</summary>
    /// <param name="topicId">Which topic.</param>
    /// <param name="fromStore">Whether the store is asked in any case.</param>
    [Alias("earn-terms"), AlwaysInterleave]
    Task<CourseEarnTerms?> GetEarnTermsAsync(string topicId, bool fromStore);

    /// <summary>What a version says on a certificate of one credit type, with the provider as it is now.</summary>
    [Alias("certificate-terms"), AlwaysInterleave]
    Task<CourseCertificateTerms?> GetCertificateTermsAsync(int version, string creditType);

    [Alias("ledger"), AlwaysInterleave]
    Task<CourseLedgerPage> GetLedgerAsync(CourseLedgerPosition after, int limit);

    [Alias("balance"), AlwaysInterleave]
    Task<ImmutableArray<CourseBalanceLine>> GetBalanceAsync();
}
