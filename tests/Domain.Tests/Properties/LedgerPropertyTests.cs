using System.Numerics;
using System.Security.Cryptography;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Domain.Proof;
using CmeOrleans.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CmeOrleans.Domain.Tests.Properties;

/// <summary>
/// What holds for every ledger after every command. Method: random sequences of commands with retries, reused keys and
/// leaps in time, on courses with exclusive groups. The seed is printed; CME_TEST_SEED runs that seed again.
/// </summary>
public sealed class LedgerPropertyTests(ITestOutputHelper output)
{
    private const int SequencesCount = 300;

    private static readonly DateTimeOffset Late = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sums_hold_after_every_command_and_refusals_change_nothing() => ForAll(steps =>
    {
        var learner = new RandomLearner();
        var before = LedgerSnapshotCodec.Write(learner.Ledger);
        foreach (var step in steps)
        {
            var version = learner.Ledger.Version;
            learner.Take(step);
            var after = LedgerSnapshotCodec.Write(learner.Ledger);
            if (learner.LastStatus is LedgerStatus.Accepted)
            {
                Assert.Equal(version + 1, learner.Ledger.Version);
            }
            else
            {
                Assert.Equal(before, after);
            }

            before = after;
            foreach (var instant in (DateTimeOffset[])[DateTimeOffset.MinValue, learner.Test.Now, learner.Test.Now.AddMonths(step.Third % 40), Late])
            {
                AssertBalanced(learner.Ledger, instant);
            }

            AssertGroupsWithinWhole(learner.Ledger, learner.Test.Now);
        }
    });

    /// <summary>A run that never meets the hard cases proves nothing: each of them occurs somewhere.</summary>
    [Fact]
    public void Random_sequences_meet_every_kind_of_row_and_refusal()
    {
        var statuses = new HashSet<LedgerStatus>();
        var met = new HashSet<string>();
        ForAll(steps =>
        {
            var learner = new RandomLearner();
            foreach (var step in steps)
            {
                learner.Take(step);
                statuses.Add(learner.LastStatus);
            }

            met.UnionWith(learner.Test.Rows.Select(row => LedgerEventCodec.Read(row.Kind, row.Body.Span)).SelectMany(HardCases));
        });

        Assert.Superset(
            new HashSet<LedgerStatus>
            {
                LedgerStatus.Accepted, LedgerStatus.Repeated, LedgerStatus.IdempotencyKeyReused, LedgerStatus.CompletedInFuture,
                LedgerStatus.AlreadyEarned, LedgerStatus.NoLines, LedgerStatus.LinesRefused, LedgerStatus.EarningUnknown,
                LedgerStatus.EarningAlreadyReversed, LedgerStatus.ClaimUnknown, LedgerStatus.ClaimAlreadyVoided,
            },
            statuses);
        Assert.Superset(
            new HashSet<string>
            {
                "Earned", "Claimed", "EarningReversed", "ClaimVoided", "CreditsExpired", "Earned with expiry", "Claimed with expiry",
                "several certificates", "forgone", "flagged", "reinstated", "returned to reversed", "returned to expired",
            },
            met);
    }

    [Fact]
    public void Replay_and_snapshot_with_tail_come_to_the_same_ledger() => ForAll(steps =>
    {
        var learner = Run(steps);
        var rows = learner.Test.Rows;
        var expected = State(learner.Ledger, learner.Test.Now);

        var replayed = new LearnerLedger(learner.Ledger.LedgerId);
        var cut = rows.Count == 0 ? 0 : steps[0].First % rows.Count;
        byte[] snapshot = LedgerSnapshotCodec.Write(replayed);
        foreach (var row in rows)
        {
            replayed.Apply(row);
            snapshot = row.Seq == cut ? LedgerSnapshotCodec.Write(replayed) : snapshot;
        }

        var resumed = LedgerSnapshotCodec.Read(learner.Ledger.LedgerId, snapshot);
        rows.Skip((int)resumed.Version).ToList().ForEach(resumed.Apply);

        Assert.Equal(expected, State(replayed, learner.Test.Now));
        Assert.Equal(expected, State(resumed, learner.Test.Now));
        Assert.Equal(LedgerSnapshotCodec.Write(learner.Ledger), LedgerSnapshotCodec.Write(replayed));
        Assert.Equal(LedgerSnapshotCodec.Write(learner.Ledger), LedgerSnapshotCodec.Write(resumed));
        AssertSameAnswers(learner, replayed, resumed);
    });

    [Fact]
    public void Course_entries_add_up_to_the_ledger() => ForAll(steps =>
    {
        var learner = Run(steps);
        var courses = learner.Test.Entries.GroupBy(entry => (entry.CourseId, entry.CreditType)).ToDictionary(group => group.Key, group => group.ToArray());

        Assert.Equal(learner.Ledger.Credits.Select(credit => (credit.Earning.CourseId, credit.CreditType)).ToHashSet(), courses.Keys.ToHashSet());
        foreach (var (key, entries) in courses)
        {
            var credits = learner.Ledger.Credits.Where(credit => (credit.Earning.CourseId, credit.CreditType) == key).ToArray();
            Assert.Equal(credits.Sum(credit => credit.Amount.Hundredths), Sum(entries, CourseEntryKind.Earned));
            Assert.Equal(credits.Sum(credit => credit.Claimed.Hundredths), Sum(entries, CourseEntryKind.Claimed) - Sum(entries, CourseEntryKind.Returned));
            Assert.Equal(credits.Sum(credit => credit.Expired.Hundredths), Sum(entries, CourseEntryKind.Expired));
            Assert.Equal(credits.Sum(credit => credit.Reversed.Hundredths), Sum(entries, CourseEntryKind.Reversed) - Sum(entries, CourseEntryKind.Reinstated));
            Assert.Equal(1, entries.Count(entry => entry.IsFirstOfLearner));
        }
    });

    [Fact]
    public void Stored_events_are_read_and_written_to_the_same_bytes() => ForAll(steps =>
        Assert.All(Run(steps).Test.Rows, row => Assert.Equal(row.Body.ToArray(), LedgerEventCodec.Write(LedgerEventCodec.Read(row.Kind, row.Body.Span)))));

    [Fact]
    public void Whole_chain_is_accepted_and_every_change_to_it_is_found() => ForAll(steps =>
    {
        var rows = Run(steps).Test.Rows;
        Assert.Empty(Verify(rows));
        if (rows.Count == 0)
        {
            return;
        }

        var (at, bit) = (steps[0].First % rows.Count, steps[0].Second);
        var row = rows[at];
        LedgerRow[] changed =
        [
            row with { Body = Flip(row.Body, bit) },
            row with { Hash = Flip(row.Hash, bit) },
            row with { PreviousHash = Flip(row.PreviousHash, bit) },
            row with { PreviousHash = row.PreviousHash[1..] },
            row with { Kind = row.Kind + " " },
            row with { Seq = row.Seq + 1 },
            row with { LedgerId = "learner-2", Hash = LedgerHash.Compute("learner-2", row.Seq, row.Kind, row.PreviousHash.Span, row.Body.Span) },
            row with { At = row.At.AddYears(-1000) },
        ];
        Assert.All(changed.SkipLast(at == 0 ? 1 : 0), bad => Assert.NotEmpty(Verify([.. rows[..at], bad, .. rows[(at + 1)..]])));
        Assert.All(changed[..^1], bad => Assert.Throws<LedgerRowUnreadableException>(() => Replay([.. rows[..at], bad])));

        // A cut tail leaves a whole chain; only a checkpoint shows it.
        LedgerRow[] without = [.. rows[..at], .. rows[(at + 1)..]];
        Assert.Equal(at == rows.Count - 1, Verify(without).Count == 0);
        if (at + 1 < rows.Count)
        {
            Assert.NotEmpty(Verify([.. rows[..at], rows[at + 1], rows[at], .. rows[(at + 2)..]]));
            Assert.Throws<LedgerRowUnreadableException>(() => Replay(without));
        }
    });

    private static IEnumerable<string> HardCases(LedgerEvent happened)
    {
        var name = happened.GetType().Name;
        var voided = happened as ClaimVoided;
        (string Name, bool IsMet)[] cases =
        [
            (name, true),
            ($"{name} with expiry", !happened.Expired.IsEmpty),
            ("several certificates", happened is Claimed { Certificates.Length: > 1 }),
            ("forgone", happened is Claimed { Forgone.IsEmpty: false }),
            ("flagged", happened is EarningReversed { FlaggedClaims.IsEmpty: false }),
            ("reinstated", voided is { Reinstated.IsEmpty: false }),
            ("returned to reversed", voided is { Reversed.IsEmpty: false }),
            ("returned to expired", voided is not null && voided.Expired.Any(expired => voided.Returned.Any(returned => returned.CreditId == expired.CreditId))),
        ];
        return cases.Where(hard => hard.IsMet).Select(hard => hard.Name);
    }

    private static RandomLearner Run(Step[] steps)
    {
        var learner = new RandomLearner();
        foreach (var step in steps)
        {
            learner.Take(step);
        }

        return learner;
    }

    private static void AssertBalanced(LearnerLedger ledger, DateTimeOffset instant)
    {
        var totals = ledger.TotalsAt(instant);
        Assert.All(totals.Values, sums => Assert.True(sums.IsBalanced));
        Assert.All(ledger.Credits, credit => Assert.Equal(credit.Amount, credit.Available + credit.Claimed + credit.Expired + credit.Reversed));
        Assert.Equal(ledger.Credits.Sum(credit => credit.Amount.Hundredths), totals.Values.Sum(sums => sums.Earned.Hundredths));
        Assert.Equal(ledger.Credits.Sum(credit => credit.AvailableAt(instant).Hundredths), totals.Values.Sum(sums => sums.Available.Hundredths));
    }

    /// <summary>Over an exclusive group, what is claimed never comes to more than the whole, and the rest of the whole is left of each member.</summary>
    private static void AssertGroupsWithinWhole(LearnerLedger ledger, DateTimeOffset now)
    {
        var groups = ledger.Earnings
            .SelectMany(earning => earning.Credits)
            .Where(credit => credit.ExclusiveGroup is not null)
            .GroupBy(credit => (credit.Earning, credit.ExclusiveGroup));
        foreach (var group in groups)
        {
            var whole = group.Aggregate(BigInteger.One, (product, credit) => product * credit.Amount.Hundredths);
            var claimed = group.Aggregate(BigInteger.Zero, (sum, credit) => sum + (whole / credit.Amount.Hundredths * credit.Claimed.Hundredths));
            Assert.True(claimed <= whole, $"Of {group.Key.Earning.Id} more than the whole is claimed.");
            foreach (var credit in group.Where(credit => !group.Key.Earning.IsReversed && !credit.IsPast(now)))
            {
                var step = Sample.Pack[credit.CreditType].Step.Hundredths;
                Assert.Equal(credit.Amount.Hundredths * (whole - claimed) / whole / step * step, credit.Available.Hundredths);
            }
        }
    }

    /// <summary>Ledgers that look the same also decide the same.</summary>
    private static void AssertSameAnswers(RandomLearner learner, params LearnerLedger[] others)
    {
        foreach (var creditType in Catalog.CreditTypes)
        {
            var request = new ClaimRequest(TestLedger.Command("new"), creditType, null, learner.Ledger.Version);
            var expected = learner.Ledger.Decide(request, Sample.Member, learner.Test.Now);
            Assert.All(others, other =>
            {
                var actual = other.Decide(request, Sample.Member, learner.Test.Now);
                Assert.Equal((expected.Status, expected.Value?.Total), (actual.Status, actual.Value?.Total));
                Assert.Equal(expected.Value?.Forgone ?? [], actual.Value?.Forgone ?? []);
                Assert.Equal(expected.Value?.Expired ?? [], actual.Value?.Expired ?? []);
            });
        }
    }

    private static string State(LearnerLedger ledger, DateTimeOffset now) => LedgerState.Of(ledger, DateTimeOffset.MinValue, now, now.AddMonths(7), Late);

    private static long Sum(IEnumerable<CourseEntry> entries, CourseEntryKind kind) =>
        entries.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount.Hundredths);

    private static IReadOnlyList<ChainFault> Verify(IEnumerable<LedgerRow> rows)
    {
        var verifier = new ChainVerifier("learner-1");
        foreach (var row in rows)
        {
            verifier.Add(row);
        }

        return verifier.Faults;
    }

    private static void Replay(IEnumerable<LedgerRow> rows)
    {
        var ledger = new LearnerLedger("learner-1");
        foreach (var row in rows)
        {
            ledger.Apply(row);
        }
    }

    private static byte[] Flip(ReadOnlyMemory<byte> bytes, int bit)
    {
        var changed = bytes.ToArray();
        changed[bit % changed.Length] ^= (byte)(1 << (bit % 8));
        return changed;
    }

    private void ForAll(Action<Step[]> holds)
    {
        var seed = Environment.GetEnvironmentVariable("CME_TEST_SEED") is { Length: > 0 } given
            ? ulong.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        output.WriteLine($"CME_TEST_SEED={seed}");
        Prop.ForAll(Step.Sequences(), holds)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(SequencesCount).WithReplay(seed, 1));
    }
}
