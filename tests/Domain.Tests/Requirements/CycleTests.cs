using CmeOrleans.Domain.Requirements;

namespace CmeOrleans.Domain.Tests.Requirements;

public sealed class CycleTests
{
    [Theory]
    [InlineData("2026-12-31", 24, "2025-01-01")]
    [InlineData("2027-06-30", 24, "2025-07-01")]
    [InlineData("2027-02-28", 36, "2024-03-01")]
    [InlineData("2028-02-29", 24, "2026-03-01")]
    [InlineData("2028-02-28", 24, "2026-03-01")]
    [InlineData("2026-06-15", 24, "2024-06-16")]
    [InlineData("2026-03-01", 12, "2025-03-02")]
    [InlineData("2026-03-31", 1, "2026-03-01")]
    public void Cycle_begins_the_day_after_the_one_before_it_ended(string to, int months, string from) =>
        Assert.Equal(DateOnly.Parse(from, null), Cycle.Ending(DateOnly.Parse(to, null), months).From);

    /// <summary>Renewals follow each other for decades: a day must neither be lost nor count twice, whatever the last day is.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(36)]
    public void Cycles_follow_each_other_without_gap_or_overlap(int months)
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2033; day = day.AddDays(1))
        {
            var cycle = Cycle.Ending(day, months);
            var before = Cycle.Ending(cycle.From.AddDays(-1), months);

            Assert.Equal(cycle.From, before.To.AddDays(1));
            Assert.InRange(cycle.To.DayNumber - cycle.From.DayNumber + 1, (months / 12 * 365) - 1, (months / 12 * 366) + 1);
        }
    }

    [Fact]
    public void Both_ends_belong_to_the_cycle_and_days_are_counted_to_its_last()
    {
        var cycle = new Cycle(new(2025, 1, 1), new(2026, 12, 31));

        Assert.Equal(
            [false, true, true, false],
            new[] { cycle.From.AddDays(-1), cycle.From, cycle.To, cycle.To.AddDays(1) }.Select(cycle.Contains));
        Assert.Equal((39, 0, -1), (cycle.DaysLeftOn(new(2026, 11, 22)), cycle.DaysLeftOn(cycle.To), cycle.DaysLeftOn(cycle.To.AddDays(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cycle.Ending(cycle.To, 0));
    }
}
