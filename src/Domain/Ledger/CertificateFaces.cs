using System.Collections.Immutable;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Writes the papers of an accepted claim: what the certificates say is frozen here.</summary>
public static class CertificateFaces
{
    /// <param name="plan">The accepted claim.</param>
    /// <param name="terms">What each course says of itself, by course id.</param>
    /// <param name="holder">Whose certificates they are.</param>
    /// <param name="creditType">The type that is claimed.</param>
    /// <param name="ids">Where ids and verification codes come from.</param>
    /// <param name="now">The time of the claim.</param>
    public static Claimed Freeze(
        ClaimPlan plan, IReadOnlyDictionary<string, CertificateTerms> terms, CertificateHolder holder, CreditType creditType, IdSeed ids, DateTimeOffset now)
    {
        ImmutableArray<ProviderFace> providers =
            [.. plan.Certificates.Select(planned => terms[planned.CourseId].Provider).Distinct()];
        var kind = creditType.CertificateKindFor(holder.Profession);
        return new()
        {
            ClaimId = ids.Next<ClaimId>(),
            CreditType = plan.CreditType,
            Hundredths = plan.Total,
            ClaimedAt = now.ToUniversalTime(),
            Name = holder.Name,
            Providers = providers,
            Certificates = [.. plan.Certificates.Select(planned => Freeze(planned, terms[planned.CourseId], providers, kind, ids, now))],
            Forgone = plan.Forgone,
            Expired = plan.Expired,
        };
    }

    private static CertificateFace Freeze(
        PlannedCertificate planned, CertificateTerms terms, ImmutableArray<ProviderFace> providers, CertificateKind kind, IdSeed ids, DateTimeOffset now) => new()
    {
        CertificateId = ids.Next<CertificateId>(),
        Code = VerificationCode.FromBits(ids.NextSecret()).ToString(),
        Kind = kind.ToApiName(),
        TemplateVersion = CertificateContent.TemplateVersionCurrent,
        CourseId = planned.CourseId,
        CourseVersion = planned.CourseVersion,
        CourseTitle = terms.CourseTitle,
        Format = terms.Format,
        Location = terms.Location,
        ParsActivityId = terms.ParsActivityId,
        Hundredths = planned.Amount,
        DesignatedHundredths = terms.DesignatedMaximum,
        IssuedOn = ProviderCalendar.DateAt(now, terms.TimeZone),
        Provider = providers.IndexOf(terms.Provider),
        Topics =
        [
            .. planned.Lines.Select(line => new Events.CertificateTopic
            {
                CreditId = line.Credit.Id,
                TopicId = line.Credit.Earning.TopicId,
                Title = line.Credit.Earning.TopicTitle,
                CompletedOn = line.Credit.Earning.CompletedOn,
                Hundredths = line.Amount,
            }),
        ],
    };
}
