using System.Collections.Frozen;
using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What can be wrong with one line of a claim. The first thing wrong with a line is its refusal.</summary>
internal static class LineRules
{
    public static ImmutableArray<LineRefusal> Check(
        LedgerContents contents, CreditType creditType, ImmutableArray<RequestedLine> lines, DateTimeOffset now)
    {
        var refusals = ImmutableArray.CreateBuilder<LineRefusal>(initialCapacity: 0);
        var listedTwice = FindListedTwice(lines);
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            var status = Check(contents, creditType, line, listedTwice.Contains(line.CreditId), now);
            if (status is not LedgerStatus.Accepted)
            {
                refusals.Add(new(index, status));
            }
        }

        return refusals.ToImmutable();
    }

    private static IReadOnlySet<CreditId> FindListedTwice(ImmutableArray<RequestedLine> lines)
    {
        if (lines.Length == 1)
        {
            return FrozenSet<CreditId>.Empty;
        }

        var (listed, listedTwice) = (new HashSet<CreditId>(), new HashSet<CreditId>());
        foreach (var line in lines)
        {
            if (!listed.Add(line.CreditId))
            {
                listedTwice.Add(line.CreditId);
            }
        }

        return listedTwice;
    }

    private static LedgerStatus Check(
        LedgerContents contents, CreditType creditType, RequestedLine line, bool isListedTwice, DateTimeOffset now)
    {
        if (!contents.TryFind(line.CreditId, out var credit))
        {
            return LedgerStatus.LineCreditUnknown;
        }

        if (credit.CreditType != creditType.Code)
        {
            return LedgerStatus.LineWrongType;
        }

        // A credit that was claimed to the end in time is not expired; it has nothing left, and the last rule says so.
        if (credit.IsPast(now) && credit.Available + credit.Expired > CreditAmount.Zero)
        {
            return LedgerStatus.LineExpired;
        }

        if (isListedTwice)
        {
            return LedgerStatus.LineListedTwice;
        }

        if (line.Hundredths <= 0)
        {
            return LedgerStatus.LineAmountNotPositive;
        }

        if (line.Hundredths % creditType.Step.Hundredths != 0)
        {
            return LedgerStatus.LineNotMultipleOfStep;
        }

        return line.Hundredths > credit.Available.Hundredths ? LedgerStatus.LineMoreThanAvailable : LedgerStatus.Accepted;
    }
}
