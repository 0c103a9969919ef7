using System.Security.Cryptography;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>A snapshot is whole and unchanged or it is none. That it comes to the same as a replay is among the properties.</summary>
public sealed class LedgerSnapshotCodecTests
{
    private readonly TestLedger _learner = new();

    [Fact]
    public void Empty_ledger_has_a_snapshot()
    {
        var read = LedgerSnapshotCodec.Read("learner-1", LedgerSnapshotCodec.Write(_learner.Ledger));

        Assert.Equal(LedgerState.Of(_learner.Ledger, _learner.Now), LedgerState.Of(read, _learner.Now));
    }

    [Fact]
    public void Snapshot_cut_or_changed_anywhere_is_none()
    {
        _learner.Claimed((_learner.Earned(Sample.Course)[0], 25));
        var bytes = LedgerSnapshotCodec.Write(_learner.Ledger);

        for (var n = 0; n < bytes.Length; n++)
        {
            var changed = bytes.ToArray();
            changed[n] ^= 1;
            Assert.Throws<InvariantViolationException>(() => LedgerSnapshotCodec.Read("learner-1", changed));
            Assert.Throws<InvariantViolationException>(() => LedgerSnapshotCodec.Read("learner-1", bytes.AsMemory(0, n)));
        }
    }

    /// <summary>What a version wrote it must read the same for ever. Whoever has to change this hash raises <see cref="LedgerSnapshotCodec.FoldVersion"/>.</summary>
    [Fact]
    public void Fold_version_3_is_what_it_was()
    {
        var credits = _learner.Earned(Sample.Course);
        _learner.Claimed((credits[0], 25));
        var hash = SHA256.HashData(LedgerSnapshotCodec.Write(_learner.Ledger));

        Assert.Equal((3, "8ba1a1d6aebb2e12c1c81655597c8c8f"), (LedgerSnapshotCodec.FoldVersion, Convert.ToHexStringLower(hash.AsSpan(0, 16))));
    }

    [Fact]
    public void Keys_are_remembered_across_a_snapshot()
    {
        var id = TestLedger.Command("key", "content");
        _learner.Earn(Sample.Course, id: id);
        var read = LedgerSnapshotCodec.Read("learner-1", LedgerSnapshotCodec.Write(_learner.Ledger));

        Assert.Equal(LedgerStatus.Repeated, read.Decide(new VoidClaimRequest(id, default, ""), Sample.Pack, _learner.Now).Status);
        Assert.Equal(LedgerStatus.IdempotencyKeyReused, read.Decide(new VoidClaimRequest(TestLedger.Command("key"), default, ""), Sample.Pack, _learner.Now).Status);
    }

    [Theory]
    [InlineData("earning")]
    [InlineData("credit")]
    [InlineData("claim")]
    [InlineData("certificate")]
    public void Id_that_a_snapshot_brought_cannot_come_again(string kind)
    {
        _learner.Claimed((_learner.Earned(Sample.Course)[0], 25));
        var earned = (Earned)LedgerEventCodec.Read(_learner.Rows[0].Kind, _learner.Rows[0].Body.Span);
        var claimed = (Claimed)LedgerEventCodec.Read(_learner.Rows[1].Kind, _learner.Rows[1].Body.Span);
        LedgerEvent again = kind switch
        {
            "earning" => earned with { Credits = [earned.Credits[0] with { CreditId = default }] },
            "credit" => earned with { EarningId = default },
            "claim" => claimed with { Certificates = [claimed.Certificates[0] with { CertificateId = default }] },
            "certificate" => claimed with { ClaimId = default },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such id."),
        };
        var read = LedgerSnapshotCodec.Read("learner-1", LedgerSnapshotCodec.Write(_learner.Ledger));
        var row = read.NextRow(_learner.NextCommand(), again);

        var broken = Assert.Throws<InvariantViolationException>(() => read.Apply(row));
        Assert.Contains("once", broken.Message, StringComparison.Ordinal);
    }
}
