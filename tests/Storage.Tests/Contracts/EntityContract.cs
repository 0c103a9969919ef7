using System.Text.Json;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Entities;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>What the store of grain states promises, whatever the database.</summary>
public abstract class EntityContract(StoreFixture fixture)
{
    private GrainStateStorage States => new(fixture.Store.Entities, fixture.Store.EntityChanges, JsonSerializerOptions.Web);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_state_that_was_never_written_is_a_new_one()
    {
        var state = new GrainState<Course>();

        await States.ReadStateAsync("unwritten", GrainId.Create("course", "c-1"), state);

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Equal("", state.State!.Title);
    }

    [Fact]
    public async Task A_state_is_read_back_with_its_etag()
    {
        var written = await WriteAsync("read-back", "c-1", "Größe 🩺", null);

        var read = await ReadAsync("read-back", "c-1");

        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equal("Größe 🩺", read.State!.Title);
    }

    [Fact]
    public async Task Of_two_writers_the_second_is_told_that_its_state_is_stale()
    {
        await WriteAsync("stale", "c-1", "first", null);
        var one = await ReadAsync("stale", "c-1");
        var other = await ReadAsync("stale", "c-1");
        await States.WriteStateAsync("stale", GrainId.Create("course", "c-1"), one);

        var exception = await Assert.ThrowsAsync<InconsistentStateException>(
            () => States.WriteStateAsync("stale", GrainId.Create("course", "c-1"), other));

        Assert.Equal(one.ETag, exception.StoredEtag);
        Assert.Equal(other.ETag, exception.CurrentEtag);
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync("stale", "c-1", "as if new", null));
    }

    [Fact]
    public async Task A_cleared_state_is_gone_and_its_etags_never_come_back()
    {
        var first = await WriteAsync("cleared", "c-1", "first", null);
        var stale = new GrainState<Course>(new() { Title = "stale" }, first.ETag);
        await States.ClearStateAsync("cleared", GrainId.Create("course", "c-1"), first);
        Assert.False(first.RecordExists);

        var read = await ReadAsync("cleared", "c-1");
        Assert.False(read.RecordExists);
        Assert.Empty(await fixture.Store.Entities.ListAsync("cleared", null, null, 10, Cancellation));
        read.State = new() { Title = "second" };
        await States.WriteStateAsync("cleared", GrainId.Create("course", "c-1"), read);

        await Assert.ThrowsAsync<InconsistentStateException>(() => States.WriteStateAsync("cleared", GrainId.Create("course", "c-1"), stale));
    }

    [Fact]
    public async Task Keys_are_listed_in_ordinal_order_by_page_and_by_tag()
    {
        foreach (var (key, provider) in ((string, string?)[])[("b", "p-1"), ("a", "p-2"), ("B", "p-1"), ("c", "p-1"), ("d", null)])
        {
            await WriteAsync("listed", key, "title", provider);
        }

        var index = fixture.Store.Entities;
        Assert.Equal(["B", "a", "b", "c", "d"], await index.ListAsync("listed", null, null, 10, Cancellation));
        Assert.Equal(["a", "b"], await index.ListAsync("listed", null, "B", 2, Cancellation));
        Assert.Equal(["B", "b", "c"], await index.ListAsync("listed", "p-1", null, 10, Cancellation));
        Assert.Equal(["c"], await index.ListAsync("listed", "p-1", "b", 10, Cancellation));
        Assert.Empty(await index.ListAsync("another", null, null, 10, Cancellation));
    }

    [Fact]
    public async Task Reminders_are_found_by_grain_by_name_and_by_segment_of_the_ring()
    {
        var reminders = fixture.Store.Reminders;
        var grainId = GrainId.Create("sweep", "all");
        var startAt = new DateTime(2026, 11, 22, 10, 0, 0, DateTimeKind.Utc);
        var eTag = await reminders.UpsertRow(new() { GrainId = grainId, ReminderName = "sweep", StartAt = startAt, Period = TimeSpan.FromHours(1) });

        var read = await reminders.ReadRow(grainId, "sweep");
        Assert.Equal(eTag, read!.ETag);
        Assert.Equal(grainId, read.GrainId);
        Assert.Equal(startAt, read.StartAt);
        Assert.Equal(DateTimeKind.Utc, read.StartAt.Kind);
        Assert.Equal(TimeSpan.FromHours(1), read.Period);
        Assert.Single((await reminders.ReadRows(grainId)).Reminders);

        var hash = grainId.GetUniformHashCode();
        Assert.Single((await reminders.ReadRows(hash - 1, hash)).Reminders);
        Assert.Empty((await reminders.ReadRows(hash, hash + 1)).Reminders);
        Assert.Single((await reminders.ReadRows(hash, hash)).Reminders);
        Assert.Single((await reminders.ReadRows(hash + 1, hash)).Reminders);

        var newETag = await reminders.UpsertRow(read);
        Assert.NotEqual(eTag, newETag);
        Assert.False(await reminders.RemoveRow(grainId, "sweep", eTag!));
        Assert.True(await reminders.RemoveRow(grainId, "sweep", newETag!));
        Assert.Null(await reminders.ReadRow(grainId, "sweep"));
    }

    private async Task<GrainState<Course>> WriteAsync(string stateName, string key, string title, string? provider)
    {
        var state = new GrainState<Course>(new() { Title = title, Tag = provider });
        await States.WriteStateAsync(stateName, GrainId.Create("course", key), state);
        return state;
    }

    private async Task<GrainState<Course>> ReadAsync(string stateName, string key)
    {
        var state = new GrainState<Course>();
        await States.ReadStateAsync(stateName, GrainId.Create("course", key), state);
        return state;
    }

    private sealed record Course : ITaggedState
    {
        public string Title { get; init; } = "";

        public string? Tag { get; init; }
    }
}
