using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What a passed claim-by date does. Written down by the sweep or inside the next command's row, never on a read.</summary>
internal static class ExpiryRules
{
    /// <summary>The most credits that one row writes down: a row has a bound, and what is left is written with the next.</summary>
    public const int CreditsMax = 1000;

    /// <summary>The credits whose time has passed, at most <see cref="CreditsMax"/>, with all that is still available of them.</summary>
    public static ImmutableArray<CreditMovement> DueAt(LedgerContents contents, DateTimeOffset now)
    {
        if (!contents.HasDue(now))
        {
            return [];
        }

        return
        [
            .. contents.Credits
                .Where(credit => credit.IsPast(now) && credit.Available > CreditAmount.Zero)
                .Take(CreditsMax)
                .Select(credit => new CreditMovement(credit.Id, credit.Available)),
        ];
    }
}
