using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What one earning is worth in one credit type, and where it has gone: amount = available + claimed + expired + reversed.</summary>
public sealed class Credit
{
    internal Credit()
    {
    }

    public required CreditId Id { get; init; }

    public required Earning Earning { get; init; }

    public required string CreditType { get; init; }

    public required CreditAmount Amount { get; init; }

    public required DateOnly ClaimBy { get; init; }

    public required DateTimeOffset ClaimableUntil { get; init; }

    public required string? ExclusiveGroup { get; init; }

    public CreditAmount Claimed { get; private set; }

    public CreditAmount Expired { get; private set; }

    /// <summary>Taken back with its earning, or consumed by another type of its exclusive group.</summary>
    public CreditAmount Reversed { get; private set; }

    /// <summary>The part of <see cref="Reversed"/> that an exclusive group consumed.</summary>
    public CreditAmount Forgone { get; private set; }

    public CreditAmount Available => Amount - Claimed - Expired - Reversed;

    public bool IsPast(DateTimeOffset now) => now >= ClaimableUntil;

    /// <summary>What can be claimed at <paramref name="now"/>: nothing once the claim-by date has passed, written down or not.</summary>
    public CreditAmount AvailableAt(DateTimeOffset now) => IsPast(now) ? CreditAmount.Zero : Available;

    internal static Credit Of(EarnedCredit earned, Earning earning) => new()
    {
        Id = earned.CreditId,
        Earning = earning,
        CreditType = earned.CreditType,
        Amount = earned.Hundredths,
        ClaimBy = earned.ClaimBy,
        ClaimableUntil = earned.ClaimableUntil,
        ExclusiveGroup = earned.ExclusiveGroup,
    };

    internal void Move(CreditAccount from, CreditAccount to, CreditAmount amount)
    {
        Take(from, amount);
        Give(to, amount);
        Invariant.Require(Claimed + Expired + Reversed <= Amount, $"No more leaves credit {Id} than it is worth.");
    }

    internal void Restore(CreditAmount claimed, CreditAmount expired, CreditAmount reversed, CreditAmount forgone)
    {
        (Claimed, Expired, Reversed, Forgone) = (claimed, expired, reversed, forgone);
        Invariant.Require(Forgone <= Reversed, $"What credit {Id} has forgone is part of what is reversed of it.");
        Invariant.Require(Claimed + Expired + Reversed <= Amount, $"No more leaves credit {Id} than it is worth.");
    }

    private void Take(CreditAccount account, CreditAmount amount)
    {
        var held = account switch
        {
            CreditAccount.Available => Available,
            CreditAccount.Claimed => Claimed,
            CreditAccount.Forgone => Forgone,
            _ => throw new NotSupportedException($"Nothing is ever taken from {account}."),
        };
        Invariant.Require(amount <= held, $"What leaves the account {account} of credit {Id} is in it.");
        if (account is CreditAccount.Claimed)
        {
            Claimed -= amount;
        }
        else if (account is CreditAccount.Forgone)
        {
            Forgone -= amount;
            Reversed -= amount;
        }
    }

    private void Give(CreditAccount account, CreditAmount amount)
    {
        switch (account)
        {
            case CreditAccount.Available:
                break;
            case CreditAccount.Claimed:
                Claimed += amount;
                break;
            case CreditAccount.Expired:
                Expired += amount;
                break;
            case CreditAccount.Reversed:
                Reversed += amount;
                break;
            case CreditAccount.Forgone:
                Forgone += amount;
                Reversed += amount;
                break;
            case CreditAccount.None:
            default:
                throw new NotSupportedException($"There is no account {account}.");
        }
    }
}
