using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What an event that is in the journal does to the contents of its ledger.</summary>
/// <remarks>
/// The rules are not asked again: what was accepted under earlier rules stays accepted. Required is only what no change of rules can excuse.
/// </remarks>
internal static class LedgerFold
{
    /// <exception cref="InvariantViolationException">What the event says cannot have happened. The contents are half changed then and are dropped.</exception>
    public static void Apply(LedgerContents contents, long seq, LedgerEvent happened)
    {
        switch (happened)
        {
            case Earned earned:
                contents.Add(Earning.Of(earned, seq));
                break;
            case Claimed claimed:
                Apply(contents, seq, claimed);
                break;
            case EarningReversed reversed:
                Apply(contents, reversed);
                break;
            case ClaimVoided voided:
                Apply(contents, voided);
                break;
            case CreditsExpired:
                break;
            default:
                throw new NotSupportedException($"{happened.GetType().Name} cannot be folded.");
        }

        Move(contents, happened.Expired, CreditAccount.Available, CreditAccount.Expired);
    }

    private static void Apply(LedgerContents contents, long seq, Claimed claimed)
    {
        var lines = LinesOf(contents, claimed.Certificates);
        Invariant.Require(!lines.IsEmpty, $"Claim {claimed.ClaimId} has lines.");
        Invariant.Require(
            claimed.Certificates.All(certificate => certificate.Provider >= 0 && certificate.Provider < claimed.Providers.Length),
            $"Each certificate of claim {claimed.ClaimId} names a provider of the claim.");
        ImmutableArray<CertificateId> certificateIds = [.. claimed.Certificates.Select(certificate => certificate.CertificateId)];
        var claim = new Claim(claimed.ClaimId, seq, claimed.CreditType, claimed.ClaimedAt, lines, certificateIds);
        Invariant.Require(claim.Total == claimed.Hundredths, $"The lines of claim {claim.Id} add up to its total.");
        foreach (var line in claim.Lines)
        {
            Invariant.Require(line.Credit.CreditType == claim.CreditType, $"Claim {claim.Id} holds credits of its type only.");
            line.Credit.Move(CreditAccount.Available, CreditAccount.Claimed, line.Amount);
        }

        Move(contents, claimed.Forgone, CreditAccount.Available, CreditAccount.Forgone);
        contents.Add(claim);
    }

    private static ImmutableArray<ClaimedLine> LinesOf(LedgerContents contents, ImmutableArray<CertificateFace> certificates)
    {
        var lines = ImmutableArray.CreateBuilder<ClaimedLine>(certificates.Sum(certificate => certificate.Topics.Length));
        foreach (var certificate in certificates)
        {
            foreach (var topic in certificate.Topics)
            {
                lines.Add(new(contents.Require(topic.CreditId), topic.Hundredths));
            }
        }

        return lines.MoveToImmutable();
    }

    private static void Apply(LedgerContents contents, EarningReversed reversed)
    {
        Invariant.Require(
            contents.TryFind(reversed.EarningId, out var earning), $"Earning {reversed.EarningId} was recorded before it was reversed.");
        Invariant.Require(!earning.IsReversed, $"Earning {earning.Id} is reversed once.");
        Invariant.Require(
            reversed.Reversed.All(movement => contents.Require(movement.CreditId).Earning == earning),
            $"With earning {earning.Id} only its own credits are reversed.");
        earning.IsReversed = true;
        Move(contents, reversed.Reversed, CreditAccount.Available, CreditAccount.Reversed);
    }

    private static void Apply(LedgerContents contents, ClaimVoided voided)
    {
        Invariant.Require(contents.TryFind(voided.ClaimId, out var claim), $"Claim {voided.ClaimId} was made before it was voided.");
        Invariant.Require(!claim.IsVoided, $"Claim {claim.Id} is voided once.");
        Invariant.Require(
            voided.Returned.SequenceEqual(claim.Lines.Select(line => new CreditMovement(line.Credit.Id, line.Amount))),
            $"All lines of claim {claim.Id} are returned, and nothing else.");
        claim.IsVoided = true;
        Move(contents, voided.Returned, CreditAccount.Claimed, CreditAccount.Available);
        Move(contents, voided.Reinstated, CreditAccount.Forgone, CreditAccount.Available);
        Move(contents, voided.Reversed, CreditAccount.Available, CreditAccount.Reversed);
    }

    private static void Move(LedgerContents contents, ImmutableArray<CreditMovement> movements, CreditAccount from, CreditAccount to)
    {
        foreach (var movement in movements)
        {
            var credit = contents.Require(movement.CreditId);
            credit.Move(from, to, movement.Hundredths);
            if (to is CreditAccount.Available)
            {
                contents.Open(credit);
            }
        }
    }
}
