using System.Collections.Immutable;
using System.Numerics;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Credits of one earning that exclude each other: what is claimed in one type is consumed of the others in the same proportion.</summary>
/// <remarks>
/// With f as the sum of claimed ÷ amount over the group, amount × (1 − f) is left of each member, rounded down to its
/// step. It is computed from what is claimed in total, so that many small claims come to the same as one large one.
/// </remarks>
internal static class ExclusiveGroups
{
    /// <summary>What the claim of <paramref name="lines"/> consumes of other types.</summary>
    public static ImmutableArray<CreditMovement> ForgoneBy(ImmutableArray<ClaimedLine> lines, CreditTypePack pack, DateTimeOffset now)
    {
        var forgone = ImmutableArray.CreateBuilder<CreditMovement>(initialCapacity: 0);
        foreach (var line in lines.Where(line => line.Credit.ExclusiveGroup is not null))
        {
            var left = LeftAfter(line, claimedSign: 1);
            foreach (var other in OthersOf(line.Credit).Where(other => !other.IsPast(now)))
            {
                var excess = other.Available.Hundredths - left.Of(other, pack[other.CreditType].Step);
                if (excess > 0)
                {
                    forgone.Add(new(other.Id, CreditAmount.FromHundredths(excess)));
                }
            }
        }

        return forgone.ToImmutable();
    }

    /// <summary>What is free again in other types when the claim of <paramref name="lines"/> is voided.</summary>
    public static ImmutableArray<CreditMovement> ReinstatedBy(ImmutableArray<ClaimedLine> lines, CreditTypePack pack)
    {
        var reinstated = ImmutableArray.CreateBuilder<CreditMovement>(initialCapacity: 0);
        foreach (var line in lines.Where(line => line.Credit.ExclusiveGroup is not null && !line.Credit.Earning.IsReversed))
        {
            var left = LeftAfter(line, claimedSign: -1);
            foreach (var other in OthersOf(line.Credit))
            {
                // What has expired was left to it too; only what is missing from its share comes back.
                var held = other.Available + other.Expired;
                var free = Math.Min(other.Forgone.Hundredths, left.Of(other, pack[other.CreditType].Step) - held.Hundredths);
                if (free > 0)
                {
                    reinstated.Add(new(other.Id, CreditAmount.FromHundredths(free)));
                }
            }
        }

        return reinstated.ToImmutable();
    }

    private static IEnumerable<Credit> OthersOf(Credit credit) =>
        credit.Earning.Credits.Where(other => other != credit && other.ExclusiveGroup == credit.ExclusiveGroup);

    private static Share LeftAfter(ClaimedLine line, int claimedSign)
    {
        var left = new Share(1, 1);
        foreach (var member in line.Credit.Earning.Credits.Where(member => member.ExclusiveGroup == line.Credit.ExclusiveGroup))
        {
            var claimed = member.Claimed.Hundredths + (member == line.Credit ? claimedSign * line.Amount.Hundredths : 0);
            left = left.Minus(claimed, member.Amount.Hundredths);
        }

        return left;
    }

    /// <summary>An exact fraction: amounts and their ratios never go through floating point.</summary>
    private readonly record struct Share(BigInteger Numerator, BigInteger Denominator)
    {
        public Share Minus(long numerator, long denominator) =>
            new((Numerator * denominator) - (numerator * Denominator), Denominator * denominator);

        public long Of(Credit credit, CreditAmount step)
        {
            var steps = credit.Amount.Hundredths * Numerator / (Denominator * step.Hundredths);
            return (long)BigInteger.Max(BigInteger.Zero, steps) * step.Hundredths;
        }
    }
}
