using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>What the audit trail is promised, whatever the database.</summary>
public abstract class AuditContract(StoreFixture fixture)
{
    private IAuditStore Trail => fixture.Store.AuditEntries;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_come_back_newest_first_as_they_were_written()
    {
        var full = new AuditEntry("provider", "lakeside", "key_1", "course-written", "peds-2026", "done");
        var bare = new AuditEntry("operator", null, null, "api-key-revoked", "key_2", "not-found");
        await Trail.AppendAsync(full);
        await Trail.AppendAsync(bare);

        var listed = (await Trail.ListAsync(act: null, long.MaxValue, 1_000, Cancellation)).Where(kept => kept.Entry == full || kept.Entry == bare).ToArray();

        Assert.Equal([bare, full], listed.Select(kept => kept.Entry));
        Assert.True(listed[0].Number > listed[1].Number);
        Assert.True(listed[0].At >= listed[1].At);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_an_act_can_be_asked_for()
    {
        for (var number = 0; number < 5; number++)
        {
            await Trail.AppendAsync(new("operator", null, "key_1", "paged", $"target-{number}", "done"));
            await Trail.AppendAsync(new("operator", null, "key_1", "other", $"target-{number}", "done"));
        }

        var first = await Trail.ListAsync("paged", long.MaxValue, 3, Cancellation);
        var second = await Trail.ListAsync("paged", first[^1].Number, 3, Cancellation);

        Assert.Equal(["target-4", "target-3", "target-2", "target-1", "target-0"], first.Concat(second).Select(kept => kept.Entry.Target));
        Assert.Empty(await Trail.ListAsync("paged", second[^1].Number, 3, Cancellation));
    }
}
