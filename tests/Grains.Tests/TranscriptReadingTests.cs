using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Transcripts;

namespace CmeOrleans.Grains.Tests;

/// <summary>A transcript is of one version of the ledger, though it is read page by page while others write.</summary>
public sealed class TranscriptReadingTests
{
    private readonly List<string?> _asked = [];

    [Fact]
    public async Task Reading_begins_again_when_the_ledger_was_written_between_pages()
    {
        var versions = new Queue<long>([4, 5, 5, 5, 5]);
        var reading = new TranscriptReading(new(), query => Task.FromResult<ClaimPage?>(PageAfter(query.After, versions.Dequeue())));

        Assert.Equal(TranscriptReadingEnd.Whole, await reading.RunAsync());

        Assert.Equal([null, "1", null, "1", "2"], _asked);
        Assert.Equal(5, reading.Version);
    }

    [Fact]
    public async Task Ledger_that_is_written_again_and_again_is_unavailable()
    {
        var version = 0L;
        var reading = new TranscriptReading(new(), query => Task.FromResult<ClaimPage?>(PageAfter(query.After, version++)));

        await Assert.ThrowsAsync<StorageUnavailableException>(reading.RunAsync);

        Assert.Equal(2 * TranscriptReading.AttemptsMax, _asked.Count);
    }

    [Fact]
    public async Task Learner_that_is_gone_has_no_transcript() =>
        Assert.Equal(TranscriptReadingEnd.NoLedger, await new TranscriptReading(new(), _ => Task.FromResult<ClaimPage?>(null)).RunAsync());

    private ClaimPage PageAfter(string? after, long version)
    {
        _asked.Add(after);
        return new() { Version = version, Next = after switch { null => "1", "1" => "2", _ => null } };
    }
}
