using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>The rules for a claim as a whole: every refusal, the order they come in and both sides of every bound.</summary>
public sealed class ClaimRulesTests
{
    private static readonly ClaimTerms Lapsed = Sample.Member with { IsMembershipActive = false };

    private readonly TestLedger _learner = new();

    [Fact]
    public void Claim_without_lines_is_refused() =>
        Assert.Equal(LedgerStatus.NoLines, _learner.Claim(Sample.Ama).Status);

    [Theory]
    [InlineData(500, LedgerStatus.Accepted)]
    [InlineData(501, LedgerStatus.TooManyLines)]
    public void Lines_are_bounded_where_they_are_listed(int lines, LedgerStatus expected)
    {
        EarnInAsManyCourses(lines);

        Assert.Equal(expected, _learner.Claim(Sample.Ama, [.. _learner.Credits.Select(credit => (credit, 25L))]).Status);
    }

    /// <summary>All that is available is one claim, of one row that is well within its bound, and it can be voided.</summary>
    [Fact]
    public void All_takes_what_no_list_could_hold()
    {
        EarnInAsManyCourses(1_200);

        var claim = _learner.ClaimAll(Sample.Ama);

        Assert.Equal(LedgerStatus.Accepted, claim.Status);
        Assert.Equal(0, _learner.Totals(Sample.Ama).Available.Hundredths);
        Assert.Equal(1_200, _learner.Ledger.Claims.Single().CertificateIds.Length);
        Assert.InRange(_learner.Rows[^1].Body.Length, 100_000, ClaimRules.BodyBytesMax);
        Assert.Equal(LedgerStatus.Accepted, _learner.Void(_learner.Ledger.Claims.Single().Id).Status);
        Assert.Equal(1_200 * 150, _learner.Totals(Sample.Ama).Available.Hundredths);
    }

    [Fact]
    public void Row_of_a_claim_is_bounded()
    {
        EarnInAsManyCourses(17);
        var claimed = Freeze(_learner.ClaimAll(Sample.Ama).Value!, title: "t");
        var spare = ClaimRules.BodyBytesMax - LedgerEventCodec.Write(claimed).Length;

        Assert.Equal(LedgerStatus.Accepted, ClaimRules.Accept(Longer(claimed, spare)).Status);
        Assert.Equal(LedgerStatus.ClaimTooLarge, ClaimRules.Accept(Longer(claimed, spare + 1)).Status);
    }

    /// <summary>What is not measured must fit: as many lines as that, with every text as long as it may be and of characters that take the most bytes.</summary>
    [Fact]
    public void Claim_of_few_lines_is_never_too_large()
    {
        const int linesNotMeasured = 16;
        const string widest = "\u0001";
        EarnInAsManyCourses(linesNotMeasured);
        var longest = Freeze(_learner.ClaimAll(Sample.Ama).Value!, string.Concat(Enumerable.Repeat(widest, 300)));

        Assert.InRange(LedgerEventCodec.Write(longest).Length, ClaimRules.BodyBytesMax / 8, ClaimRules.BodyBytesMax);
    }

    [Fact]
    public void Unknown_type_is_named_even_where_all_of_it_is_nothing()
    {
        Assert.Equal(LedgerStatus.CreditTypeUnknown, _learner.ClaimAll("NO_SUCH_TYPE").Status);
        Assert.Equal(LedgerStatus.NoLines, _learner.ClaimAll(Sample.Ama).Status);
        Assert.Equal(LedgerStatus.NoLines, _learner.Claim("NO_SUCH_TYPE").Status);
        Assert.Equal(LedgerStatus.CreditTypeUnknown, _learner.ClaimAll("ama_pra_1").Status);
    }

    [Fact]
    public void All_takes_what_is_left_of_one_type_and_leaves_the_expired()
    {
        var whole = _learner.Earned(Course("a", Sample.Worth(Sample.Ama, 100), Sample.Worth(Sample.Acep, 100)))[0];
        var parted = _learner.Earned(Course("b", Sample.Worth(Sample.Ama, 100)))[0];
        var expired = _learner.Earned(Course("c", Sample.Worth(Sample.Ama, 100, new DateOnly(2026, 3, 1))))[0];
        _learner.Claimed((parted, 75));
        _learner.Now = _learner.Now.AddDays(1);

        var plan = _learner.ClaimAll(Sample.Ama).Value;

        Assert.NotNull(plan);
        Assert.Equal(125, plan.Total.Hundredths);
        Assert.Equal([(whole.Id, 100L), (parted.Id, 25L)], plan.Certificates.Single().Lines.Select(line => (line.Credit.Id, line.Amount.Hundredths)));
        Assert.Equal([expired.Id], plan.Expired.Select(movement => movement.CreditId));
        Assert.Equal(LedgerStatus.NoLines, _learner.ClaimAll(Sample.Ama).Status);
        Assert.Equal(100, _learner.Totals(Sample.Acep).Available.Hundredths);
    }

    [Theory]
    [InlineData(0, LedgerStatus.VersionConflict)]
    [InlineData(1, LedgerStatus.Accepted)]
    [InlineData(2, LedgerStatus.VersionConflict)]
    public void Expected_version_is_the_newest_seq(long expectedVersion, LedgerStatus expected)
    {
        _learner.Earned(Sample.Course);

        Assert.Equal(expected, _learner.Claim(new ClaimRequest(_learner.NextCommand(), Sample.Ama, null, expectedVersion)).Status);
    }

    [Theory]
    [InlineData(true, true, true, LedgerStatus.Accepted)]
    [InlineData(false, true, true, LedgerStatus.ProfileIncomplete)]
    [InlineData(true, false, true, LedgerStatus.ProfileIncomplete)]
    [InlineData(true, true, false, LedgerStatus.ProfileIncomplete)]
    [InlineData(false, false, false, LedgerStatus.ProfileIncomplete)]
    public void Credit_for_the_board_of_pediatrics_needs_all_three_facts(bool hasId, bool hasBirthday, bool hasConsent, LedgerStatus expected)
    {
        _learner.Earned(Course("a", Sample.Worth(Sample.AbpMoc, 100)));
        ProfileFact[] facts =
        [
            .. hasId ? [ProfileFact.AbpDiplomateId] : Array.Empty<ProfileFact>(),
            .. hasBirthday ? [ProfileFact.BirthMonthDay] : Array.Empty<ProfileFact>(),
            .. hasConsent ? [ProfileFact.AbpReportingConsent] : Array.Empty<ProfileFact>(),
        ];

        Assert.Equal(expected, _learner.ClaimAll(Sample.AbpMoc, Sample.Member with { ProfileFacts = [.. facts] }).Status);
    }

    /// <summary>Every pair of neighbours in the order of the rules is broken at once: the earlier one answers.</summary>
    [Fact]
    public void Earlier_rule_answers_where_two_are_broken()
    {
        var credit = _learner.Earned(Course("a", Sample.Worth(Sample.Ama, 100), Sample.Worth(Sample.AbpMoc, 100)))[1];
        var tooMany = Enumerable.Range(0, 501).Select(_ => new RequestedLine(credit.Id, 100)).ToArray();
        RequestedLine[] bad = [new(default, 0)];

        Assert.Equal(LedgerStatus.VersionConflict, Decide(Sample.Ama, [], Lapsed, expectedVersion: 7));
        Assert.Equal(LedgerStatus.NoLines, Decide(Sample.Ama, [], Lapsed));
        Assert.Equal(LedgerStatus.TooManyLines, Decide(Sample.Ama, tooMany, Lapsed));
        Assert.Equal(LedgerStatus.MembershipNotActive, Decide("NO_SUCH_TYPE", bad, Lapsed));
        Assert.Equal(LedgerStatus.MembershipNotActive, Decide(Sample.AbpMoc, bad, Lapsed));
        Assert.Equal(LedgerStatus.CreditTypeUnknown, Decide("NO_SUCH_TYPE", bad, Sample.Member));
        Assert.Equal(LedgerStatus.ProfileIncomplete, Decide(Sample.AbpMoc, bad, Sample.Member));
        Assert.Equal(LedgerStatus.LinesRefused, Decide(Sample.Ama, bad, Sample.Member));
    }

    [Fact]
    public void Claim_has_one_certificate_per_course_in_the_order_of_the_claim()
    {
        var secondTopic = _learner.Earned(Course("b", Sample.Worth(Sample.Ama, 100)), _learner.Now.AddDays(-1))[0];
        var firstTopic = _learner.Earned(Course("a", Sample.Worth(Sample.Ama, 100)), _learner.Now.AddDays(-2))[0];
        var other = _learner.Earned((Sample.Course with { CourseId = "course-2", CourseVersion = 4 }))[0];
        var newer = _learner.Earned(Course("c", Sample.Worth(Sample.Ama, 50)) with { CourseVersion = 3 })[0];

        var plan = _learner.Claim(Sample.Ama, (other, 25), (newer, 50), (secondTopic, 25), (firstTopic, 75)).Value;

        Assert.NotNull(plan);
        Assert.Equal(["course-2", "course-1"], plan.Certificates.Select(certificate => certificate.CourseId));
        Assert.Equal([4, 3], plan.Certificates.Select(certificate => certificate.CourseVersion));
        Assert.Equal([25, 150], plan.Certificates.Select(certificate => certificate.Amount.Hundredths));
        Assert.Equal(["a", "b", "c"], plan.Certificates[1].Lines.Select(line => line.Credit.Earning.TopicId));
        Assert.Equal(175, plan.Total.Hundredths);
        Assert.Equal(4, _learner.Ledger.Claims.Single().Lines.Length);
    }

    private static Claimed Longer(Claimed claimed, int bytes) =>
        claimed with { Certificates = claimed.Certificates.SetItem(0, claimed.Certificates[0] with { CourseTitle = new string('t', bytes + 1) }) };

    /// <summary>Each course at a provider of its own, which says everywhere what the title says.</summary>
    private static Claimed Freeze(ClaimPlan plan, string title)
    {
        var terms = plan.Certificates.ToDictionary(planned => planned.CourseId, planned => Sample.Certificate(planned.CourseId) with
        {
            CourseTitle = title,
            Location = title,
            Provider = new()
            {
                ProviderId = planned.CourseId,
                Name = title,
                Address = title + title,
                AccreditationStatement = string.Concat(Enumerable.Repeat(title, 7)),
                JointProviders = [.. Enumerable.Repeat(title, 14)],
                SignatoryName = title,
                SignatoryTitle = title,
            },
        });
        return CertificateFaces.Freeze(plan, terms, Sample.Holder, Sample.Pack[plan.CreditType], new(DateTimeOffset.UnixEpoch, new byte[IdSeed.EntropyBytes]), DateTimeOffset.UnixEpoch);
    }

    private void EarnInAsManyCourses(int courses)
    {
        for (var n = 0; n < courses; n++)
        {
            _learner.Earned(Sample.Course with { CourseId = $"course-{n}", CourseTitle = $"Annual update of the year in the field number {n}" });
        }
    }

    private static EarnTerms Course(string topicId, params TopicCreditTerms[] credits) =>
        Sample.Course with { Topic = Sample.Topic(topicId, [.. credits]) };

    private LedgerStatus Decide(string creditType, RequestedLine[] lines, ClaimTerms terms, long? expectedVersion = null) =>
        _learner.Claim(new ClaimRequest(_learner.NextCommand(), creditType, [.. lines], expectedVersion), terms).Status;
}
