using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests;

/// <summary>Makes journal rows as the grains do: chained, fingerprinted, with their other sides.</summary>
internal static class TestRows
{
    public static readonly DateOnly ClaimBy = new(2029, 11, 22);

    /// <summary>An earning of one credit of <paramref name="hundredths"/>.</summary>
    public static LedgerAppend Earn(
        string ledgerId,
        long seq = 1,
        string? key = null,
        string courseId = "course-1",
        string creditType = "AMA_PRA_1",
        long hundredths = 100,
        LedgerRow? after = null,
        string content = "",
        DateOnly? claimBy = null)
    {
        key ??= $"key-{seq}";
        var earned = new Earned
        {
            EarningId = NewId<EarningId>(ledgerId, key),
            CourseId = courseId,
            CourseVersion = 1,
            CourseTitle = "A course",
            ProviderId = "provider-1",
            TopicId = "topic-1",
            TopicTitle = content,
            CompletedAt = DateTimeOffset.UnixEpoch,
            CompletedOn = new(2026, 11, 22),
            Credits =
            [
                new()
                {
                    CreditId = CreditOf(ledgerId, key),
                    CreditType = creditType,
                    Hundredths = CreditAmount.FromHundredths(hundredths),
                    ClaimBy = claimBy ?? ClaimBy,
                    ClaimableUntil = DateTimeOffset.UnixEpoch,
                },
            ],
        };
        return Append(ledgerId, seq, key, earned, after,
        [
            new()
            {
                CourseId = courseId,
                N = 0,
                Kind = CourseEntryKind.Earned,
                CreditType = creditType,
                Amount = CreditAmount.FromHundredths(hundredths),
                IsFirstOfLearner = seq == 1,
                ClaimBy = claimBy ?? ClaimBy,
            },
        ]);
    }

    /// <summary>A system row: <paramref name="hundredths"/> of the credit earned with <paramref name="earnKey"/> expire.</summary>
    public static LedgerAppend Expire(
        string ledgerId, long seq, string earnKey, long hundredths, LedgerRow after, string courseId = "course-1", string creditType = "AMA_PRA_1") =>
        Append(
            ledgerId,
            seq,
            $" expire-{seq}",
            new CreditsExpired { Expired = [new(CreditOf(ledgerId, earnKey), CreditAmount.FromHundredths(hundredths))] },
            after,
            [
                new()
                {
                    CourseId = courseId,
                    N = 0,
                    Kind = CourseEntryKind.Expired,
                    CreditType = creditType,
                    Amount = CreditAmount.FromHundredths(hundredths),
                },
            ]);

    public static LedgerAppend Append(
        string ledgerId, long seq, string key, LedgerEvent happened, LedgerRow? after, ImmutableArray<CourseEntry> entries)
    {
        var kind = LedgerEventCodec.KindOf(happened);
        var body = LedgerEventCodec.Write(happened);
        var previous = after?.Hash ?? LedgerHash.Genesis;
        return new(
            new()
            {
                LedgerId = ledgerId,
                Seq = seq,
                PreviousHash = previous,
                Hash = LedgerHash.Compute(ledgerId, seq, kind, previous.Span, body),
                CommandKey = key,
                Fingerprint = SHA256.HashData(Encoding.UTF8.GetBytes(ledgerId + "\n" + key + "\n" + Convert.ToHexString(body))),
                Kind = kind,
                Body = body,
                At = after?.At ?? DateTimeOffset.MinValue,
            },
            entries,
            [],
            TimeProvider.System.GetUtcNow());
    }

    /// <summary>The same append, owing as many lines to a board; the last but one of several has no activity id there.</summary>
    public static LedgerAppend WithReportLines(LedgerAppend append, int count) => append with
    {
        ReportLines =
        [
            .. Enumerable.Range(0, count).Select(n => new ReportLine
            {
                N = n,
                Board = "abp",
                CourseId = "course-1",
                ParsActivityId = n > 0 && n == count - 2 ? null : "201234567",
                CreditType = "ABP_MOC_2",
                CompletedOn = new(2026, 11, 22),
                Amount = CreditAmount.FromHundredths(100),
            }),
        ],
    };

    /// <summary>The same append with a row that <paramref name="change"/> made of its row.</summary>
    public static LedgerAppend WithRow(this LedgerAppend append, Func<LedgerRow, LedgerRow> change) => append with { Row = change(append.Row) };

    public static CreditId CreditOf(string ledgerId, string earnKey) => NewId<CreditId>(ledgerId, earnKey);

    /// <summary>An id that depends on nothing but its seed.</summary>
    private static T NewId<T>(string ledgerId, string key)
        where T : struct, IPrefixedId<T>
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(ledgerId + "\n" + key));
        return T.From(new(hash.AsSpan(0, 16)));
    }
}
