using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>A repeated command gets its first answer whatever happened since; a key under other content is refused; a refusal binds no key.</summary>
public sealed class IdempotencyTests
{
    private readonly TestLedger _learner = new();

    [Fact]
    public void Repeat_is_answered_before_any_rule()
    {
        var earn = TestLedger.Command("earn");
        var claim = TestLedger.Command("claim");
        var voiding = TestLedger.Command("void");
        var reverse = TestLedger.Command("reverse");
        _learner.Earn(Sample.Course, id: earn);
        _learner.Claim(new ClaimRequest(claim, Sample.Ama, null, null));
        _learner.Void(_learner.Ledger.Claims[0].Id, voiding);
        _learner.Reverse(_learner.Ledger.Earnings[0].Id, reverse);
        _learner.Now = DateTimeOffset.MaxValue;

        // Course gone, membership lapsed, type unknown, everything expired: the answers stand.
        var lapsed = Sample.Member with { IsMembershipActive = false };
        Assert.Equal(Decision<Domain.Ledger.Events.Earned>.Repeat(1), _learner.Earn(null, id: earn));
        Assert.Equal((LedgerStatus.Repeated, 2L), Answer(_learner.Claim(new ClaimRequest(claim, "NO_SUCH_TYPE", [], 99), lapsed)));
        Assert.Equal((LedgerStatus.Repeated, 3L), Answer(_learner.Void(default, voiding)));
        Assert.Equal((LedgerStatus.Repeated, 4L), Answer(_learner.Reverse(default, reverse)));
        Assert.Equal(4, _learner.Ledger.Version);
    }

    [Fact]
    public void Key_under_other_content_is_refused_before_any_rule()
    {
        _learner.Earn(Sample.Course, id: TestLedger.Command("key", "first"));
        var other = TestLedger.Command("key", "other");

        Assert.Equal(LedgerStatus.IdempotencyKeyReused, _learner.Earn(null, id: other).Status);
        Assert.Equal(LedgerStatus.IdempotencyKeyReused, _learner.Claim(new ClaimRequest(other, Sample.Ama, [], null)).Status);
        Assert.Equal(LedgerStatus.IdempotencyKeyReused, _learner.Reverse(default, other).Status);
        Assert.Equal(LedgerStatus.IdempotencyKeyReused, _learner.Void(default, other).Status);
    }

    [Fact]
    public void Refusal_does_not_bind_the_key()
    {
        var key = TestLedger.Command("key");
        Assert.Equal(LedgerStatus.CourseUnknown, _learner.Earn(null, id: key).Status);

        Assert.Equal(LedgerStatus.Accepted, _learner.Earn(Sample.Course, id: key).Status);
    }

    [Fact]
    public void Keys_differ_by_case()
    {
        _learner.Earn(Sample.Course, id: TestLedger.Command("key", "a"));

        Assert.Equal(LedgerStatus.AlreadyEarned, _learner.Earn(Sample.Course, id: TestLedger.Command("KEY", "b")).Status);
    }

    [Fact]
    public void Same_key_in_another_ledger_is_another_command()
    {
        var other = new TestLedger("learner-2");
        _learner.Earn(Sample.Course, id: TestLedger.Command("key", "a"));

        Assert.Equal(LedgerStatus.Accepted, other.Earn(Sample.Course, id: TestLedger.Command("key", "b")).Status);
    }

    [Fact]
    public void Fingerprint_tells_fields_apart_however_their_bytes_fall()
    {
        Func<CommandFingerprint, CommandFingerprint>[] contents =
        [
            fingerprint => fingerprint,
            fingerprint => fingerprint.Add((string?)null),
            fingerprint => fingerprint.Add(""),
            fingerprint => fingerprint.Add("ab").Add("c"),
            fingerprint => fingerprint.Add("a").Add("bc"),
            fingerprint => fingerprint.Add("abc"),
            fingerprint => fingerprint.Add(0),
            fingerprint => fingerprint.Add(1).Add(0),
            fingerprint => fingerprint.Add(0).Add(1),
        ];

        var hashes = contents.Select(Hash).ToHashSet();

        Assert.Equal(contents.Length, hashes.Count);
        Assert.Equal(hashes, contents.Select(Hash).ToHashSet());
    }

    private static string Hash(Func<CommandFingerprint, CommandFingerprint> content)
    {
        var fingerprint = new CommandFingerprint("POST /v1/learners/{learnerId}/claims", "learner-1");
        return Convert.ToHexString(content(fingerprint).ToHash());
    }

    private static (LedgerStatus Status, long Seq) Answer<T>(Decision<T> decision)
        where T : class => (decision.Status, decision.RepeatedSeq);
}
