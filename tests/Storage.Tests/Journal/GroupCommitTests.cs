using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Storage.Tests.Journal;

/// <summary>Group commit without a database: what goes together, what waits, and what callers learn when nothing comes back.</summary>
public sealed class GroupCommitTests : IAsyncDisposable
{
    private const int AppendsMax = 100;

    private readonly ManualTime _time = new();
    private readonly GatedSender _sender = new();
    private readonly GroupCommit _groupCommit;

    public GroupCommitTests() => _groupCommit = new(
        [_sender], rowsMax: 200, new() { AppendsQueuedMax = AppendsMax, AppendDeadlineMilliseconds = 1_800 }, _time, NullLogger.Instance);

    [Fact]
    public async Task What_arrives_while_a_statement_is_under_way_goes_with_the_next_in_ordinal_order()
    {
        var first = _groupCommit.AppendAsync(TestRows.Earn("z"));
        var firstBatch = await _sender.NextAsync();
        var others = new[] { "c", "B", "a" }.Select(ledgerId => _groupCommit.AppendAsync(TestRows.Earn(ledgerId))).ToArray();

        firstBatch.Store();
        var secondBatch = await _sender.NextAsync();
        secondBatch.Store();

        await Task.WhenAll([first, .. others]);
        Assert.Equal(["B", "a", "c"], secondBatch.Appends.Select(append => append.Row.LedgerId));
    }

    [Fact]
    public async Task A_ledger_has_one_row_per_statement_and_one_statement_at_a_time()
    {
        var first = TestRows.Earn("one", 1);
        var appends = new[] { first, TestRows.Earn("one", 2, after: first.Row), TestRows.Earn("two") };
        var tasks = appends.Select(_groupCommit.AppendAsync).ToArray();

        List<string> sent = [];
        while (sent.Count < appends.Length)
        {
            var batch = await _sender.NextAsync();
            Assert.Equal(batch.Appends.Length, batch.Appends.Select(append => append.Row.LedgerId).Distinct().Count());
            sent.AddRange(batch.Appends.Select(append => append.Row.LedgerId + append.Row.Seq));
            batch.Store();
        }

        await Task.WhenAll(tasks);
        Assert.True(sent.IndexOf("one1") < sent.IndexOf("one2"));
    }

    [Fact]
    public async Task After_the_deadline_the_caller_leaves_but_the_ledger_waits_for_the_fate_of_the_statement()
    {
        var first = _groupCommit.AppendAsync(TestRows.Earn("slow"));
        var batch = await _sender.NextAsync();
        _time.Advance(TimeSpan.FromMilliseconds(1_799));
        Assert.False(first.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => first);

        var second = _groupCommit.AppendAsync(TestRows.Earn("slow", key: "again"));
        Assert.False(_sender.HasSent);
        Assert.Equal(2, _groupCommit.Backlog);

        batch.Store();
        (await _sender.NextAsync()).Store();
        Assert.Equal(AppendStatus.Stored, (await second).Status);
    }

    [Fact]
    public async Task An_append_whose_caller_has_left_is_not_sent()
    {
        var first = _groupCommit.AppendAsync(TestRows.Earn("first"));
        var batch = await _sender.NextAsync();
        var left = _groupCommit.AppendAsync(TestRows.Earn("left"));
        _time.Advance(TimeSpan.FromSeconds(2));
        var later = _groupCommit.AppendAsync(TestRows.Earn("later"));

        batch.Store();
        var next = await _sender.NextAsync();
        next.Store();

        Assert.Equal(["later"], next.Appends.Select(append => append.Row.LedgerId));
        await later;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => left);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => first);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_takes_in_again_when_there_is_room()
    {
        var first = _groupCommit.AppendAsync(TestRows.Earn("first"));
        var batch = await _sender.NextAsync();
        var waiting = Enumerable.Range(1, AppendsMax - 1).Select(number => _groupCommit.AppendAsync(TestRows.Earn($"waiting-{number}"))).ToArray();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => _groupCommit.AppendAsync(TestRows.Earn("one too many")));

        batch.Store();
        (await _sender.NextAsync()).Store();
        await Task.WhenAll([first, .. waiting]);
        var next = _groupCommit.AppendAsync(TestRows.Earn("room again"));
        (await _sender.NextAsync()).Store();
        await next;
    }

    /// <summary>The row before it is in the journal: a repeat found it there.</summary>
    [Theory]
    [InlineData(AppendStatus.Repeated, true)]
    [InlineData(AppendStatus.Stored, true)]
    [InlineData(AppendStatus.SeqTaken, false)]
    public async Task Row_chained_to_one_that_waits_goes_on_only_if_that_one_is_in_the_journal(AppendStatus status, bool goesOn)
    {
        var before = TestRows.Earn("chained");
        var first = _groupCommit.AppendAsync(before);
        var batch = await _sender.NextAsync();
        var second = _groupCommit.AppendAsync(TestRows.Earn("chained", 2, after: before.Row));

        batch.Appends[0].TrySetResult(new(status, default, status is AppendStatus.Repeated ? before.Row : null));
        batch.Done.SetResult();
        await first;

        if (goesOn)
        {
            (await _sender.NextAsync()).Store();
        }

        Assert.Equal(goesOn ? AppendStatus.Stored : AppendStatus.SeqTaken, (await second).Status);
    }

    [Fact]
    public async Task Whatever_goes_wrong_reaches_every_caller()
    {
        var append = _groupCommit.AppendAsync(TestRows.Earn("failing"));
        (await _sender.NextAsync()).Done.SetException(new InvalidOperationException("a bug"));

        var exception = await Assert.ThrowsAsync<StorageUnavailableException>(() => append);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    [Fact]
    public async Task A_statement_carries_a_megabyte_at_most_or_one_row()
    {
        var first = _groupCommit.AppendAsync(TestRows.Earn("first"));
        var batch = await _sender.NextAsync();
        var large = new string('x', 400_000);
        var tasks = new[] { "a", "b", "c" }.Select(ledgerId => _groupCommit.AppendAsync(TestRows.Earn(ledgerId, content: large))).ToArray();

        batch.Store();
        var second = await _sender.NextAsync();
        second.Store();
        var third = await _sender.NextAsync();
        third.Store();

        await Task.WhenAll([first, .. tasks]);
        Assert.Equal([2, 1], [second.Appends.Length, third.Appends.Length]);
    }

    [Fact]
    public async Task A_statement_carries_so_many_rows_at_most()
    {
        var sender = new GatedSender();
        await using var groupCommit = new GroupCommit([sender], rowsMax: 3, new(), _time, NullLogger.Instance);
        var first = groupCommit.AppendAsync(TestRows.Earn("first"));
        var batch = await sender.NextAsync();
        var tasks = new[] { "a", "b", "c", "d" }.Select(ledgerId => groupCommit.AppendAsync(TestRows.Earn(ledgerId))).ToArray();

        batch.Store();
        var second = await sender.NextAsync();
        second.Store();
        var third = await sender.NextAsync();
        third.Store();

        await Task.WhenAll([first, .. tasks]);
        Assert.Equal([3, 1], [second.Appends.Length, third.Appends.Length]);
    }

    public ValueTask DisposeAsync() => _groupCommit.DisposeAsync();
}
