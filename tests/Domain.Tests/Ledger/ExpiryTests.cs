using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>What has expired is written down by the sweep or inside the next command's row, once, and never on a read.</summary>
public sealed class ExpiryTests
{
    private readonly TestLedger _learner = new();
    private readonly Credit _credit;
    private readonly Credit _lasting;

    public ExpiryTests()
    {
        _credit = _learner.Earned(Topic("a", new DateOnly(2026, 3, 31)))[0];
        _lasting = _learner.Earned(Topic("b", null))[0];
        _learner.Claimed((_credit, 25));
        _learner.Now = _credit.ClaimableUntil;
    }

    public static TheoryData<string> Commands => ["earn", "claim", "reverse", "void", "sweep"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Whatever_is_written_next_writes_it_down_once(string command)
    {
        Assert.Equal(CreditAmount.Zero, _credit.Expired);

        Run(command);

        Assert.Equal(125, _credit.Expired.Hundredths);
        Assert.Equal([new CreditMovement(_credit.Id, CreditAmount.FromHundredths(125))], Event(^1).Expired);
        Assert.Null(_learner.Ledger.DecideExpiry(_learner.Now));
        Assert.Contains(_learner.Entries, entry => entry.Kind is CourseEntryKind.Expired && entry.Amount.Hundredths == 125);
    }

    [Fact]
    public void Refusals_and_reads_write_nothing()
    {
        var version = _learner.Ledger.Version;

        Assert.Equal(LedgerStatus.NoLines, _learner.ClaimAll(Sample.Acep).Status);
        _learner.Ledger.TotalsAt(DateTimeOffset.MaxValue);
        _learner.Ledger.DecideExpiry(DateTimeOffset.MaxValue);

        Assert.Equal(version, _learner.Ledger.Version);
        Assert.Equal(CreditAmount.Zero, _credit.Expired);
    }

    [Fact]
    public void Nothing_is_due_a_tick_before()
    {
        Assert.Null(_learner.Ledger.DecideExpiry(_credit.ClaimableUntil.AddTicks(-1)));
        Assert.NotNull(_learner.Ledger.DecideExpiry(_credit.ClaimableUntil));
    }

    [Fact]
    public void Nothing_is_due_of_what_was_claimed_to_the_end()
    {
        _learner.Now = _credit.ClaimableUntil.AddTicks(-1);
        _learner.Claimed((_credit, 125));

        Assert.Null(_learner.Ledger.DecideExpiry(_credit.ClaimableUntil));
        Assert.NotNull(_learner.Ledger.DecideExpiry(_lasting.ClaimableUntil));
    }

    [Fact]
    public void Looking_far_ahead_does_not_change_what_is_due_today()
    {
        Assert.Equal(2, _learner.Ledger.DecideExpiry(DateTimeOffset.MaxValue)?.Expired.Length);
        Assert.Null(_learner.Ledger.DecideExpiry(_credit.ClaimableUntil.AddTicks(-1)));
        Assert.Equal(1, _learner.Ledger.DecideExpiry(_credit.ClaimableUntil)?.Expired.Length);
    }

    [Fact]
    public void Replay_does_not_judge_expiry_again()
    {
        var claim = _learner.Claimed((_lasting, 150));
        var replayed = new LearnerLedger(_learner.Ledger.LedgerId);

        // The claim was in time; that it is replayed in another century is nothing to it.
        _learner.Rows.ForEach(replayed.Apply);

        Assert.True(replayed.TryFind(claim.Id, out var again));
        Assert.Equal(claim.Total, again.Total);
        Assert.Equal((175L, 125L), (replayed.TotalsAt(DateTimeOffset.MaxValue)[Sample.Ama].Claimed.Hundredths, _credit.Expired.Hundredths));
    }

    private static EarnTerms Topic(string topicId, DateOnly? claimBy) =>
        Sample.Course with { Topic = Sample.Topic(topicId, Sample.Worth(Sample.Ama, 150, claimBy)) };

    private void Run(string command)
    {
        switch (command)
        {
            case "earn":
                _learner.Earned(Topic("c", null));
                break;
            case "claim":
                _learner.Claimed((_lasting, 25));
                break;
            case "reverse":
                Assert.Equal(LedgerStatus.Accepted, _learner.Reverse(_lasting.Earning.Id).Status);
                break;
            case "void":
                _learner.Now = _learner.Now.AddTicks(-1);
                var claim = _learner.Claimed((_lasting, 25));
                _learner.Now = _learner.Now.AddTicks(1);
                Assert.Equal(LedgerStatus.Accepted, _learner.Void(claim.Id).Status);
                break;
            case "sweep":
                Assert.NotNull(_learner.Expire());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(command), command, "No such command.");
        }
    }

    private LedgerEvent Event(Index index) => LedgerEventCodec.Read(_learner.Rows[index].Kind, _learner.Rows[index].Body.Span);
}
