using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What voiding a claim does: every line goes back, and on from there if its earning was taken back or its time has passed.</summary>
internal static class VoidRules
{
    public static Decision<ClaimVoided> Decide(LedgerContents contents, VoidClaimRequest request, CreditTypePack pack, DateTimeOffset now)
    {
        if (!contents.TryFind(request.ClaimId, out var claim))
        {
            return Decision<ClaimVoided>.Refuse(LedgerStatus.ClaimUnknown);
        }

        if (claim.IsVoided)
        {
            return Decision<ClaimVoided>.Refuse(LedgerStatus.ClaimAlreadyVoided);
        }

        var reinstated = ExclusiveGroups.ReinstatedBy(claim.Lines, pack);
        var standing = claim.Lines.Where(line => !line.Credit.Earning.IsReversed).Select(Movement);
        return Decision<ClaimVoided>.Accept(new()
        {
            ClaimId = claim.Id,
            Reason = request.Reason,
            Returned = [.. claim.Lines.Select(Movement)],
            Reinstated = reinstated,
            Reversed = [.. claim.Lines.Where(line => line.Credit.Earning.IsReversed).Select(Movement)],
            Expired = ExpiredWith(contents, [.. standing, .. reinstated], now),
        });
    }

    private static CreditMovement Movement(ClaimedLine line) => new(line.Credit.Id, line.Amount);

    /// <summary>What had expired already, and what comes back too late.</summary>
    private static ImmutableArray<CreditMovement> ExpiredWith(LedgerContents contents, ImmutableArray<CreditMovement> freed, DateTimeOffset now)
    {
        var expired = new Dictionary<CreditId, CreditAmount>();
        var late = freed.Where(movement => contents.Require(movement.CreditId).IsPast(now));
        foreach (var movement in ExpiryRules.DueAt(contents, now).Concat(late))
        {
            expired[movement.CreditId] = expired.GetValueOrDefault(movement.CreditId) + movement.Hundredths;
        }

        return [.. expired.Select(pair => new CreditMovement(pair.Key, pair.Value))];
    }
}
