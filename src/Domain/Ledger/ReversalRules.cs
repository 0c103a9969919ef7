using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What taking an earning back does: what is available is reversed, what was claimed stays claimed and its claims are flagged.</summary>
internal static class ReversalRules
{
    public static Decision<EarningReversed> Decide(LedgerContents contents, ReversalRequest request, DateTimeOffset now)
    {
        if (!contents.TryFind(request.EarningId, out var earning)
            || (request.OnlyProviderId is { } providerId && earning.ProviderId != providerId))
        {
            return Decision<EarningReversed>.Refuse(LedgerStatus.EarningUnknown);
        }

        if (earning.IsReversed)
        {
            return Decision<EarningReversed>.Refuse(LedgerStatus.EarningAlreadyReversed);
        }

        var open = earning.Credits.Where(credit => credit.AvailableAt(now) > CreditAmount.Zero);
        var flagged = contents.Claims.Where(claim => !claim.IsVoided && claim.Lines.Any(line => line.Credit.Earning == earning));
        return Decision<EarningReversed>.Accept(new()
        {
            EarningId = earning.Id,
            Reason = request.Reason,
            Reversed = [.. open.Select(credit => new CreditMovement(credit.Id, credit.Available))],
            FlaggedClaims = [.. flagged.Select(claim => claim.Id)],
            Expired = ExpiryRules.DueAt(contents, now),
        });
    }
}
