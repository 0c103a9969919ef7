using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The earnings, credits and claims of one ledger, and how each of them is found.</summary>
internal sealed class LedgerContents
{
    private readonly ItemsById<CreditId, Credit> _credits = new(static credit => credit.Id);
    private readonly ItemsById<EarningId, Earning> _earnings = new(static earning => earning.Id);
    private readonly ItemsById<ClaimId, Claim> _claims = new(static claim => claim.Id);
    private readonly ItemsById<CertificateId, IssuedCertificate> _certificates = new(static certificate => certificate.Id);

    // No open credit has an earlier deadline; the one that had this may have been claimed meanwhile.
    private DateTimeOffset _nextDeadline = DateTimeOffset.MaxValue;

    public LedgerContents() => Topics = new(Earnings);

    public ReadOnlyCollection<Credit> Credits => _credits.Items;

    public ReadOnlyCollection<Earning> Earnings => _earnings.Items;

    public ReadOnlyCollection<Claim> Claims => _claims.Items;

    public EarnedTopics Topics { get; }

    public bool TryFind(CreditId id, [NotNullWhen(true)] out Credit? credit) => _credits.TryFind(id, out credit);

    public bool TryFind(EarningId id, [NotNullWhen(true)] out Earning? earning) => _earnings.TryFind(id, out earning);

    public bool TryFind(ClaimId id, [NotNullWhen(true)] out Claim? claim) => _claims.TryFind(id, out claim);

    public bool TryFind(CertificateId id, [NotNullWhen(true)] out Claim? claim)
    {
        claim = _certificates.TryFind(id, out var certificate) ? Claims[certificate.ClaimPlace] : null;
        return claim is not null;
    }

    public Credit Require(CreditId id)
    {
        Invariant.Require(_credits.TryFind(id, out var credit), $"Credit {id} was earned before it moved.");
        return credit;
    }

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
        _credits.EnsureCapacity(credits);
        _claims.EnsureCapacity(claims);
        _certificates.EnsureCapacity(claims);
    }

    public void Add(Earning earning)
    {
        Restore(earning);
        _earnings.LookThrough();
        _credits.LookThrough();
    }

    public void Add(Claim claim)
    {
        Restore(claim);
        _claims.LookThrough();
        _certificates.LookThrough();
    }

    /// <summary>Takes in again what was added before a snapshot was made; its ids can wait.</summary>
    public void Restore(Earning earning)
    {
        _earnings.Add(earning);
        foreach (var credit in earning.Credits)
        {
            _credits.Add(credit);
            Open(credit);
        }
    }

    /// <inheritdoc cref="Restore(Earning)"/>
    public void Restore(Claim claim)
    {
        _claims.Add(claim);
        foreach (var certificateId in claim.CertificateIds)
        {
            _certificates.Add(new(certificateId, Claims.Count - 1));
        }
    }
}
