using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>What a ledger takes in: rows that continue its chain, can be read and can have happened. Anything else stops it.</summary>
public sealed class LearnerLedgerTests
{
    private readonly TestLedger _learner = new();

    [Fact]
    public void New_ledger_is_empty()
    {
        var ledger = new LearnerLedger("learner-1");

        Assert.Equal((0L, 0), (ledger.Version, ledger.TotalsAt(_learner.Now).Count));
        Assert.Equal(new byte[32], ledger.HeadHash.ToArray());
        Assert.Null(ledger.DecideExpiry(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Row_is_taken_in_once_and_in_order()
    {
        _learner.Earned(Sample.Course);
        _learner.ClaimAll(Sample.Ama);
        var ledger = new LearnerLedger("learner-1");

        Assert.Throws<LedgerRowUnreadableException>(() => ledger.Apply(_learner.Rows[1]));
        ledger.Apply(_learner.Rows[0]);
        Assert.Throws<LedgerRowUnreadableException>(() => ledger.Apply(_learner.Rows[0]));
        ledger.Apply(_learner.Rows[1]);

        Assert.Equal(LedgerState.Of(_learner.Ledger, _learner.Now), LedgerState.Of(ledger, _learner.Now));
    }

    [Fact]
    public void Row_of_another_ledger_is_refused()
    {
        _learner.Earned(Sample.Course);

        Assert.Throws<LedgerRowUnreadableException>(() => new LearnerLedger("learner-2").Apply(_learner.Rows[0]));
    }

    [Fact]
    public void Unknown_kind_is_refused_even_with_a_right_hash()
    {
        _learner.Earned(Sample.Course);
        var row = _learner.Rows[0];
        var planted = row with { Kind = "granted.v1", Hash = LedgerHash.Compute(row.LedgerId, row.Seq, "granted.v1", row.PreviousHash.Span, row.Body.Span) };

        Assert.Throws<LedgerRowUnreadableException>(() => new LearnerLedger("learner-1").Apply(planted));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Row_whose_previous_hash_is_of_another_length_is_refused(int bytesCount)
    {
        _learner.Earned(Sample.Course);

        Assert.Throws<LedgerRowUnreadableException>(
            () => new LearnerLedger("learner-1").Apply(_learner.Rows[0] with { PreviousHash = new byte[bytesCount] }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(169)]
    [InlineData(255)]
    [InlineData(400)]
    public void Keys_are_told_apart_by_their_last_character_however_long_they_are(int length)
    {
        var key = new string('k', length - 1);
        foreach (var last in "ab")
        {
            var row = _learner.Ledger.NextRow(TestLedger.Command(key + last), new CreditsExpired());
            _learner.Ledger.Apply(row, TestLedger.Command(key + last), new CreditsExpired());
        }

        Assert.Equal(2, _learner.Ledger.Version);
        Assert.Throws<InvariantViolationException>(
            () => _learner.Ledger.Apply(_learner.Ledger.NextRow(TestLedger.Command(key + "a"), new CreditsExpired())));
    }

    [Fact]
    public void Key_that_is_in_the_ledger_cannot_come_again()
    {
        _learner.Earned(Sample.Course);
        var row = _learner.Ledger.NextRow(TestLedger.Command("key-1"), new CreditsExpired());

        Assert.Throws<InvariantViolationException>(() => _learner.Ledger.Apply(row));
    }

    public static TheoryData<string> ImpossibleEvents =>
        ["earned twice", "claimed too much", "claimed other type", "claimed wrong total", "claimed nothing", "claimed unknown", "reversed unknown", "reversed twice", "reversed other", "voided unknown", "voided twice", "voided in part", "expired too much", "expired unknown"];

    [Theory]
    [MemberData(nameof(ImpossibleEvents))]
    public void What_cannot_have_happened_stops_the_ledger(string name)
    {
        var credit = _learner.Earned(Sample.Course)[0];
        var other = _learner.Earned(Sample.Course with { CourseId = "course-2", Topic = Sample.Topic("topic-2", Sample.Worth(Sample.Acep, 100)) })[0];
        _learner.Claimed((credit, 50));
        var reversed = _learner.Earned(Sample.Course with { CourseId = "course-3" })[0];
        var voided = _learner.Claimed((reversed, 25));
        _learner.Void(voided.Id);
        _learner.Reverse(reversed.Earning.Id);
        var claimed = (Claimed)LedgerEventCodec.Read(_learner.Rows[2].Kind, _learner.Rows[2].Body.Span);
        var earned = LedgerEventCodec.Read(_learner.Rows[0].Kind, _learner.Rows[0].Body.Span);
        var again = claimed with { ClaimId = new(Guid.Empty), Certificates = [claimed.Certificates[0] with { CertificateId = new(Guid.Empty) }] };
        var returned = new CreditMovement(credit.Id, CreditAmount.FromHundredths(50));
        LedgerEvent happened = name switch
        {
            "earned twice" => earned,
            "claimed too much" => Claim(again, credit, 125),
            "claimed other type" => Claim(again, other, 25),
            "claimed wrong total" => Claim(again, credit, 25) with { Hundredths = CreditAmount.FromHundredths(50) },
            "claimed nothing" => again with { Certificates = [], Hundredths = CreditAmount.Zero },
            "claimed unknown" => again with { Certificates = [again.Certificates[0] with { Topics = [again.Certificates[0].Topics[0] with { CreditId = default }] }] },
            "reversed unknown" => new EarningReversed { EarningId = default, Reason = "" },
            "reversed twice" => new EarningReversed { EarningId = reversed.Earning.Id, Reason = "" },
            "reversed other" => new EarningReversed { EarningId = credit.Earning.Id, Reason = "", Reversed = [new(other.Id, CreditAmount.FromHundredths(25))] },
            "voided unknown" => new ClaimVoided { ClaimId = default, Reason = "", Returned = [] },
            "voided twice" => new ClaimVoided { ClaimId = voided.Id, Reason = "", Returned = [] },
            "voided in part" => new ClaimVoided { ClaimId = claimed.ClaimId, Reason = "", Returned = [returned with { Hundredths = CreditAmount.FromHundredths(25) }] },
            "expired too much" => new CreditsExpired { Expired = [new(credit.Id, CreditAmount.FromHundredths(101))] },
            "expired unknown" => new CreditsExpired { Expired = [default] },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such event."),
        };
        var row = _learner.Ledger.NextRow(_learner.NextCommand(), happened);

        Assert.Throws<InvariantViolationException>(() => _learner.Ledger.Apply(row));
    }

    [Fact]
    public void Lists_cannot_be_changed_from_outside()
    {
        _learner.Earned(Sample.Course);

        Assert.Throws<NotSupportedException>(() => ((IList<Credit>)_learner.Ledger.Credits).Clear());
        Assert.Throws<NotSupportedException>(() => ((IList<Earning>)_learner.Ledger.Earnings).Clear());
        Assert.Throws<NotSupportedException>(() => ((IList<Claim>)_learner.Ledger.Claims).Clear());
    }

    private static Claimed Claim(Claimed claimed, Credit credit, long hundredths)
    {
        var amount = CreditAmount.FromHundredths(hundredths);
        var topic = claimed.Certificates[0].Topics[0] with { CreditId = credit.Id, Hundredths = amount };
        return claimed with { Hundredths = amount, Certificates = [claimed.Certificates[0] with { Topics = [topic] }] };
    }
}
