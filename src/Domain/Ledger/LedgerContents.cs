using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The earnings, credits and claims of one ledger, and how each of them is found.</summary>
internal sealed class LedgerContents
{
    private readonly ItemsById<CreditId, Credit> _credits = new();
    private readonly ItemsById<EarningId, Earning> _earnings = new();
    private readonly ItemsById<ClaimId, Claim> _claims = new();
    private readonly Dictionary<CertificateId, int> _claimsByCertificate = [];
    private readonly Dictionary<(string CourseId, string TopicId), Earning> _latestOfTopic = [];
    private readonly HashSet<(string CourseId, string CreditType)> _coursesEarned = [];

    // No open credit has an earlier deadline; the one that had this may have been claimed meanwhile.
    private DateTimeOffset _nextDeadline = DateTimeOffset.MaxValue;

    public ReadOnlyCollection<Credit> Credits => _credits.Items;

    public ReadOnlyCollection<Earning> Earnings => _earnings.Items;

    public ReadOnlyCollection<Claim> Claims => _claims.Items;

    public bool TryFind(CreditId id, [NotNullWhen(true)] out Credit? credit) => _credits.TryFind(id, out credit);

    public bool TryFind(EarningId id, [NotNullWhen(true)] out Earning? earning) => _earnings.TryFind(id, out earning);

    public bool TryFind(ClaimId id, [NotNullWhen(true)] out Claim? claim) => _claims.TryFind(id, out claim);

    public bool TryFind(CertificateId id, [NotNullWhen(true)] out Claim? claim)
    {
        claim = _claimsByCertificate.TryGetValue(id, out var place) ? Claims[place] : null;
        return claim is not null;
    }

    public Credit Require(CreditId id)
    {
        Invariant.Require(_credits.TryFind(id, out var credit), $"Credit {id} was earned before it moved.");
        return credit;
    }

    /// <summary>The newest earning of a topic; the ones before it hang on it.</summary>
    public Earning? LatestOfTopic(string courseId, string topicId) => _latestOfTopic.GetValueOrDefault((courseId, topicId));

    /// <summary>Whether the learner ever earned credit of the type in the course, be it reversed since or not.</summary>
    public bool HasEarnedIn(string courseId, string creditType) => _coursesEarned.Contains((courseId, creditType));

    /// <summary>Whether a claim-by date has passed for a credit that is open. When not, nobody needs to look at every credit.</summary>
    public bool HasDue(DateTimeOffset now)
    {
        if (now >= _nextDeadline)
        {
            _nextDeadline = Credits.Where(credit => credit.Available > CreditAmount.Zero)
                .Select(credit => credit.ClaimableUntil)
                .DefaultIfEmpty(DateTimeOffset.MaxValue)
                .Min();
        }

        return now >= _nextDeadline;
    }

    /// <summary>Takes note that <paramref name="credit"/> has something available, perhaps again.</summary>
    public void Open(Credit credit) =>
        _nextDeadline = credit.ClaimableUntil < _nextDeadline ? credit.ClaimableUntil : _nextDeadline;

    /// <summary>Makes room at once for what a snapshot holds.</summary>
    public void Reserve(int earnings, int credits, int claims)
    {
        _earnings.EnsureCapacity(earnings);
        _latestOfTopic.EnsureCapacity(earnings);
        _credits.EnsureCapacity(credits);
        _claims.EnsureCapacity(claims);
        _claimsByCertificate.EnsureCapacity(claims);
    }

    public Earning Add(Earned earned, long seq)
    {
        var earning = new Earning(earned, seq, LatestOfTopic(earned.CourseId, earned.TopicId));
        Invariant.Require(_earnings.TryAdd(earning.Id, earning), $"Earning {earning.Id} is in the ledger once.");
        _latestOfTopic[(earning.CourseId, earning.TopicId)] = earning;
        foreach (var credit in earning.Credits)
        {
            Invariant.Require(_credits.TryAdd(credit.Id, credit), $"Credit {credit.Id} is in the ledger once.");
            _coursesEarned.Add((earning.CourseId, credit.CreditType));
            Open(credit);
        }

        return earning;
    }

    public void Add(Claim claim)
    {
        Invariant.Require(_claims.TryAdd(claim.Id, claim), $"Claim {claim.Id} is in the ledger once.");
        var place = Claims.Count - 1;
        foreach (var certificateId in claim.CertificateIds)
        {
            Invariant.Require(_claimsByCertificate.TryAdd(certificateId, place), $"Certificate {certificateId} is in the ledger once.");
        }
    }
}
