using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>When a completed topic becomes credit. Method: each case is one step away from an earning that is accepted.</summary>
public sealed class EarnRulesTests
{
    private readonly TestLedger _learner = new();

    [Fact]
    public void Unknown_course_is_named_before_anything_else() =>
        Assert.Equal(LedgerStatus.CourseUnknown, _learner.Earn(null, DateTimeOffset.MaxValue).Status);

    [Fact]
    public void Unknown_topic_is_named_before_the_dates() =>
        Assert.Equal(LedgerStatus.TopicUnknown, _learner.Earn(Sample.Course with { Topic = null }, DateTimeOffset.MaxValue).Status);

    [Theory]
    [InlineData("2025-12-31T23:59:59.9999999Z", LedgerStatus.CompletedBeforeCourse)]
    [InlineData("2026-01-01T00:00:00Z", LedgerStatus.Accepted)]
    [InlineData("2026-02-28T23:59:59.9999999Z", LedgerStatus.Accepted)]
    [InlineData("2026-03-01T00:00:00Z", LedgerStatus.CourseNotOpen)]
    [InlineData("0001-01-01T00:00:00Z", LedgerStatus.CompletedBeforeCourse)]
    [InlineData("9999-12-31T23:59:59.9999999Z", LedgerStatus.CourseNotOpen)]
    public void Course_is_open_from_its_first_day_through_its_last(string completedAt, LedgerStatus expected)
    {
        var course = Sample.Course with { EndsOn = new(2026, 2, 28) };

        Assert.Equal(expected, _learner.Earn(course, Instant(completedAt)).Status);
    }

    [Theory]
    [InlineData("America/Chicago", "2026-01-01T05:59:59Z", LedgerStatus.CompletedBeforeCourse)]
    [InlineData("America/Chicago", "2026-01-01T06:00:00Z", LedgerStatus.Accepted)]
    [InlineData("Pacific/Auckland", "2025-12-31T10:59:59Z", LedgerStatus.CompletedBeforeCourse)]
    [InlineData("Pacific/Auckland", "2025-12-31T11:00:00Z", LedgerStatus.Accepted)]
    [InlineData("Pacific/Auckland", "2026-02-28T10:59:59Z", LedgerStatus.Accepted)]
    [InlineData("Pacific/Auckland", "2026-02-28T11:00:00Z", LedgerStatus.CourseNotOpen)]
    public void Days_of_a_course_are_days_of_its_provider(string zone, string completedAt, LedgerStatus expected)
    {
        var course = Sample.Course with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone), EndsOn = new(2026, 2, 28) };

        Assert.Equal(expected, _learner.Earn(course, Instant(completedAt)).Status);
    }

    [Fact]
    public void Completion_may_be_now_but_not_a_tick_later()
    {
        Assert.Equal(LedgerStatus.CompletedInFuture, _learner.Earn(Sample.Course, _learner.Now.AddTicks(1)).Status);
        Assert.Equal(LedgerStatus.Accepted, _learner.Earn(Sample.Course, _learner.Now).Status);
    }

    [Theory]
    [InlineData(null, null, LedgerStatus.Accepted)]
    [InlineData(null, "12", LedgerStatus.Accepted)]
    [InlineData("80", null, LedgerStatus.ScoreBelowPassing)]
    [InlineData("80", "79.99", LedgerStatus.ScoreBelowPassing)]
    [InlineData("80", "80", LedgerStatus.Accepted)]
    [InlineData("80", "80.0", LedgerStatus.Accepted)]
    [InlineData("80", "100", LedgerStatus.Accepted)]
    [InlineData("0", null, LedgerStatus.ScoreBelowPassing)]
    public void Passing_score_is_reached_or_not(string? passing, string? score, LedgerStatus expected) =>
        Assert.Equal(expected, _learner.Earn(Sample.Course with { PassingScore = Number(passing) }, score: Number(score)).Status);

    /// <summary>Every pair of neighbours in the order of the rules is broken at once: the earlier one answers.</summary>
    [Fact]
    public void Earlier_rule_answers_where_two_are_broken()
    {
        var failed = Sample.Course with { PassingScore = 80 };
        var tomorrow = _learner.Now.AddDays(1);
        _learner.Earned(Sample.Course);

        Assert.Equal(LedgerStatus.CourseNotOpen, _learner.Earn(failed with { EndsOn = new(2026, 3, 1) }, tomorrow).Status);
        Assert.Equal(LedgerStatus.CompletedInFuture, _learner.Earn(failed with { StartsOn = new(2026, 3, 3) }, tomorrow).Status);
        Assert.Equal(LedgerStatus.CompletedBeforeCourse, _learner.Earn(failed with { StartsOn = new(2026, 3, 2) }).Status);
        Assert.Equal(LedgerStatus.ScoreBelowPassing, _learner.Earn(failed).Status);
        Assert.Equal(LedgerStatus.AlreadyEarned, _learner.Earn(failed, score: 80).Status);
    }

    [Fact]
    public void Topic_is_earned_once_in_a_course()
    {
        _learner.Earned(Sample.Course);

        Assert.Equal(LedgerStatus.AlreadyEarned, _learner.Earn(Sample.Course).Status);
        Assert.Equal(LedgerStatus.AlreadyEarned, _learner.Earn(Sample.Course with { CourseVersion = 2 }, _learner.Now.AddDays(-30)).Status);
        Assert.Equal(LedgerStatus.Accepted, _learner.Earn(Sample.Course with { Topic = Sample.Topic("topic-2", Sample.Worth(Sample.Ama, 25)) }).Status);
        Assert.Equal(LedgerStatus.Accepted, _learner.Earn(Sample.Course with { CourseId = "course-2" }).Status);
    }

    [Theory]
    [InlineData("2026-02-28", LedgerStatus.AlreadyEarned)]
    [InlineData("2026-03-30", LedgerStatus.AlreadyEarned)]
    [InlineData("2026-03-31", LedgerStatus.AlreadyEarned)]
    [InlineData("2026-09-29", LedgerStatus.AlreadyEarned)]
    [InlineData("2026-09-30", LedgerStatus.Accepted)]
    [InlineData("2025-10-01", LedgerStatus.AlreadyEarned)]
    [InlineData("2025-09-30", LedgerStatus.Accepted)]
    public void Repeating_course_wants_months_between_completions_in_both_directions(string other, LedgerStatus expected)
    {
        var course = Sample.Course with { StartsOn = new(2025, 1, 1), RepeatAfterMonths = 6 };
        _learner.Now = Instant("2026-12-31T00:00:00Z");
        _learner.Earned(course, Instant("2026-03-31T12:00:00Z"));

        Assert.Equal(expected, _learner.Earn(course, Instant($"{other}T12:00:00Z")).Status);
    }

    [Fact]
    public void Completion_between_two_others_is_too_near_to_either()
    {
        var course = Sample.Course with { RepeatAfterMonths = 2 };
        _learner.Now = Instant("2026-12-31T00:00:00Z");
        _learner.Earned(course, Instant("2026-08-10T00:00:00Z"));
        _learner.Earned(course, Instant("2026-01-10T00:00:00Z"));

        Assert.Equal(LedgerStatus.AlreadyEarned, _learner.Earn(course, Instant("2026-03-09T00:00:00Z")).Status);
        Assert.Equal(LedgerStatus.AlreadyEarned, _learner.Earn(course, Instant("2026-06-11T00:00:00Z")).Status);
        Assert.Equal(LedgerStatus.Accepted, _learner.Earn(course, Instant("2026-06-10T00:00:00Z")).Status);
        Assert.Equal(LedgerStatus.Accepted, _learner.Earn(course, Instant("2026-03-10T00:00:00Z")).Status);
    }

    [Fact]
    public void Reversed_earning_makes_room_for_another()
    {
        var first = _learner.Earned(Sample.Course)[0].Earning;
        Assert.Equal(LedgerStatus.Accepted, _learner.Reverse(first.Id).Status);

        var second = _learner.Earned(Sample.Course)[0].Earning;

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(LedgerStatus.AlreadyEarned, _learner.Earn(Sample.Course).Status);
    }

    [Fact]
    public void Completion_is_recorded_in_utc_and_on_the_day_of_the_provider()
    {
        var course = Sample.Course with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago") };

        var earned = _learner.Earn(course, Instant("2026-02-28T22:30:00-06:00"), score: 91.5m).Value;

        Assert.NotNull(earned);
        Assert.Equal(TimeSpan.Zero, earned.CompletedAt.Offset);
        Assert.Equal(Instant("2026-03-01T04:30:00Z"), earned.CompletedAt);
        Assert.Equal(new DateOnly(2026, 2, 28), earned.CompletedOn);
        Assert.Equal(91.5m, earned.Score);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
