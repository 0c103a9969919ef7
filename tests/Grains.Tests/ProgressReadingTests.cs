using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Licences;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Transcripts;

namespace CmeOrleans.Grains.Tests;

/// <summary>What counts is read of one version of the ledger, though page by page while others write.</summary>
public sealed class ProgressReadingTests
{
    private static readonly DateOnly From = new(2025, 1, 1);

    private readonly List<string> _asked = [];

    [Fact]
    public async Task Reading_begins_again_when_something_was_claimed_in_between()
    {
        var versions = new Queue<long>([4, 4, 5, 5, 5, 5]);
        var reading = Reading(versions.Dequeue);

        Assert.Equal(TranscriptReadingEnd.Whole, await reading.RunAsync());

        Assert.Equal(["credits ", "credits 1", "claims ", "credits ", "credits 1", "claims "], _asked);
        Assert.Equal(5, reading.Version);
        Assert.Equal(2, reading.Available.Count);
    }

    [Fact]
    public async Task Ledger_that_is_written_again_and_again_is_unavailable()
    {
        var version = 0L;

        await Assert.ThrowsAsync<StorageUnavailableException>(Reading(() => version++).RunAsync);

        Assert.Equal(2 * ProgressReading.AttemptsMax, _asked.Count);
    }

    [Fact]
    public async Task Learner_that_is_gone_has_nothing_to_count() => Assert.Equal(
        TranscriptReadingEnd.NoLedger,
        await new ProgressReading(From, _ => Task.FromResult<CreditPage?>(null), _ => Task.FromResult<ClaimPage?>(null)).RunAsync());

    [Fact]
    public async Task Reading_ends_with_the_first_page_that_is_past_the_day()
    {
        var reading = new ProgressReading(
            From,
            query => Asked("credits", query.After, new CreditPage { Version = 1, Next = "1", Items = [Credit(From), Credit(From.AddDays(-3))] }),
            query => Asked("claims", query.After, new ClaimPage { Version = 1, Next = "1", Items = [Claim(From.AddDays(-3))] }));

        Assert.Equal(TranscriptReadingEnd.Whole, await reading.RunAsync());

        Assert.Equal(["credits ", "claims "], _asked);
        Assert.Equal(From, Assert.Single(reading.Available).CompletedOn);
    }

    private ProgressReading Reading(Func<long> version) => new(
        From,
        query => Asked("credits", query.After, new CreditPage { Version = version(), Next = query.After is null ? "1" : null, Items = [Credit(From)] }),
        query => Asked("claims", query.After, new ClaimPage { Version = version() }));

    private Task<T?> Asked<T>(string what, string? after, T page)
        where T : class
    {
        _asked.Add($"{what} {after}");
        return Task.FromResult<T?>(page);
    }

    private static CreditView Credit(DateOnly completedOn) => new()
    {
        CreditId = "crd",
        EarningId = "ern",
        CreditType = "AMA_PRA_1",
        CourseId = "course",
        CourseTitle = "Course",
        TopicId = "topic",
        TopicTitle = "Topic",
        AmountHundredths = 100,
        AvailableHundredths = 100,
        ClaimedHundredths = 0,
        EarnedAt = new(completedOn.ToDateTime(new(12, 0)), TimeSpan.Zero),
        ClaimBy = completedOn.AddYears(3),
        Status = "available",
        CompletedOn = completedOn,
    };

    private static ClaimView Claim(DateOnly claimedOn) => new()
    {
        ClaimId = "clm",
        CreditType = "AMA_PRA_1",
        TotalHundredths = 100,
        ClaimedAt = new(claimedOn.ToDateTime(new(12, 0)), TimeSpan.Zero),
        Version = 1,
        Status = "valid",
        EarnedYear = claimedOn.Year,
    };
}
