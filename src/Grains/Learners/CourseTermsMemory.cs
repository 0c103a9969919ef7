using System.Collections.Concurrent;
using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Learners;

/// <summary>
/// What courses and their providers say, as this node remembers it: thousands of learners ask the same of one course, and
/// the course need not be asked each time. What is remembered counts until this node writes the course or its provider, and a few seconds more where others do.
/// </summary>
/// <remarks>Safe to use by many grains at once. It holds a bounded number of answers and forgets them all beyond it.</remarks>
public sealed class CourseTermsMemory(IEntityChanges changes)
{
    private const int AnswersMax = 20_000;
    private const int CoursesAskedAtOnce = 32;

    private readonly ConcurrentDictionary<(string CourseId, string TopicId), Remembered<EarnTerms>> _earning = new();
    private readonly ConcurrentDictionary<(string CourseId, int Version, string CreditType), Remembered<CertificateTerms>> _certificates = new();

    /// <summary>What the course says about completing a topic, some seconds old at most; none if there is no such course.</summary>
    /// <param name="grains">Where to ask.</param>
    /// <param name="fromStore">Whether the store is asked in any case: before something is refused for what the course says.</param>
    public async ValueTask<EarnTerms?> FindForEarningAsync(IGrainFactory grains, string courseId, string topicId, bool fromStore)
    {
        var key = (courseId, topicId);
        if (!fromStore && _earning.TryGetValue(key, out var known) && IsCurrent(known, courseId))
        {
            return known.Terms;
        }

        var askedAt = changes.Now;
        if (await grains.GetGrain<ICourseGrain>(courseId).GetEarnTermsAsync(topicId, fromStore) is not { } answer)
        {
            return null;
        }

        var terms = answer.ToRules(courseId);
        if (terms.Topic is not null)
        {
            Remember(_earning, key, new(terms, answer.ProviderId, askedAt));
        }

        return terms;
    }

    /// <summary>What the courses of a claim say on its certificates, with their providers as they were some seconds ago at most, by course id.</summary>
    /// <exception cref="LedgerRowUnreadableException">There is no such version of a course, though credit was earned in it.</exception>
    public async ValueTask<Dictionary<string, CertificateTerms>> RequireForCertificatesAsync(
        IGrainFactory grains, ImmutableArray<PlannedCertificate> certificates, string creditType)
    {
        var terms = new Dictionary<string, CertificateTerms>(certificates.Length, StringComparer.Ordinal);
        List<PlannedCertificate>? unknown = null;
        foreach (var certificate in certificates)
        {
            var key = (certificate.CourseId, certificate.CourseVersion, creditType);
            if (_certificates.TryGetValue(key, out var known) && IsCurrent(known, certificate.CourseId))
            {
                terms.Add(certificate.CourseId, known.Terms);
            }
            else
            {
                (unknown ??= []).Add(certificate);
            }
        }

        foreach (var some in unknown?.Chunk(CoursesAskedAtOnce) ?? [])
        {
            var answers = await Task.WhenAll(Array.ConvertAll(some, certificate => AskForCertificateAsync(grains, certificate, creditType)));
            for (var index = 0; index < some.Length; index++)
            {
                terms.Add(some[index].CourseId, answers[index]);
            }
        }

        return terms;
    }

    private async Task<CertificateTerms> AskForCertificateAsync(IGrainFactory grains, PlannedCertificate certificate, string creditType)
    {
        var askedAt = changes.Now;
        var answer = await grains.GetGrain<ICourseGrain>(certificate.CourseId).GetCertificateTermsAsync(certificate.CourseVersion, creditType)
            ?? throw new LedgerRowUnreadableException($"Version {certificate.CourseVersion} of course {certificate.CourseId} is gone.");
        var terms = answer.ToRules();
        Remember(_certificates, (certificate.CourseId, certificate.CourseVersion, creditType), new(terms, answer.ProviderId, askedAt));
        return terms;
    }

    private static void Remember<TKey, TTerms>(ConcurrentDictionary<TKey, Remembered<TTerms>> memory, TKey key, Remembered<TTerms> answer)
        where TKey : notnull
    {
        if (memory.Count >= AnswersMax)
        {
            memory.Clear();
        }

        memory[key] = answer;
    }

    private bool IsCurrent<TTerms>(Remembered<TTerms> known, string courseId) =>
        changes.IsUnchanged(EntityStates.Course, courseId, known.AskedAt)
        && changes.IsUnchanged(EntityStates.Provider, known.ProviderId, known.AskedAt);

    private sealed record Remembered<TTerms>(TTerms Terms, string ProviderId, long AskedAt);
}
