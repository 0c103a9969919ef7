using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Learners;

namespace CmeOrleans.Grains.Certificates;

/// <summary>What a verification shows of a certificate.</summary>
internal static class CertificateViews
{
    /// <summary>What the paper shows, but for the hash of the paper itself, which only its own grain knows.</summary>
    public static Verification ToVerification(LedgerRow row, Claimed claimed, CertificateId id, Claim claim, string displayName)
    {
        var face = claimed.Certificates.Single(certificate => certificate.CertificateId == id);
        return new()
        {
            Status = ClaimViews.StatusOf(claim, face.CourseId),
            DisplayName = displayName,
            CourseTitle = face.CourseTitle,
            ProviderName = claimed.ProviderOf(face).Name,
            CreditType = claimed.CreditType,
            AmountHundredths = face.Hundredths.Hundredths,
            IssuedOn = face.IssuedOn,
            Topics = [.. face.Topics.Select(ClaimViews.ToView)],
            Sha256 = "",
            LedgerSeq = row.Seq,
            LedgerHash = Convert.ToHexStringLower(row.Hash.Span),
        };
    }
}
