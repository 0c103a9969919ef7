using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.Grains.Tests.Support;
using Orleans;
using Orleans.Storage;

namespace CmeOrleans.Grains.Tests;

/// <summary>What accounts, their names and invitations promise, in the runtime on a real store and across two nodes.</summary>
public sealed class AccountGrainTests
{
    private const string AccountId = "acc_1";

    private static readonly byte[] Secret = [1, 2, 3];

    private static readonly AccountRecord Record = new() { Email = "ana@example.org", NormalizedEmail = "ANA@EXAMPLE.ORG", SecurityStamp = "s1" };

    [Fact]
    public async Task Name_is_given_once_whoever_asks_and_on_whichever_node()
    {
        await using var node = await LedgerNode.StartAsync();
        await using var twin = await node.StartTwinAsync();

        var owners = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            (number % 2 == 0 ? node : twin).Grains.GetGrain<IAccountNameGrain>("email/x").TakeAsync($"acc_{number}")));

        Assert.Single(owners.Distinct());
        Assert.Equal(owners[0], await twin.Grains.GetGrain<IAccountNameGrain>("email/x").FindAsync());
        Assert.Null(await node.Grains.GetGrain<IAccountNameGrain>("email/y").FindAsync());
    }

    [Fact]
    public async Task Account_is_made_once_and_replaced_by_version()
    {
        await using var node = await LedgerNode.StartAsync();
        await using var twin = await node.StartTwinAsync();
        var (here, there) = (Of(node), Of(twin));
        Assert.Null(await here.GetAsync());
        Assert.True(await here.CreateAsync(Record));
        Assert.False(await there.CreateAsync(Record with { Email = "thief@example.org" }));
        var version = (await there.GetAsync())!.ETag;

        Assert.Equal(Outcome.Done, (await here.ReplaceAsync(Record with { SecurityStamp = "s2" }, version)).Outcome);
        Assert.Equal(Outcome.VersionConflict, (await there.ReplaceAsync(Record with { SecurityStamp = "s3" }, version)).Outcome);

        Assert.Equal("s2", (await there.GetAsync())!.Value.SecurityStamp);
    }

    [Fact]
    public async Task Five_attempts_on_any_nodes_pause_sign_in_for_fifteen_minutes()
    {
        await using var node = await LedgerNode.StartAsync();
        await using var twin = await node.StartTwinAsync();
        await Of(node).CreateAsync(Record);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Of(number % 2 == 0 ? node : twin).BeginAttemptAsync()));

        Assert.Equal(5, answers.Count(answer => answer.IsAllowed));
        Assert.Single(answers, answer => answer.IsLast);
        node.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.False((await Of(twin).BeginAttemptAsync()).IsAllowed);
        node.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Of(twin).BeginAttemptAsync()).IsAllowed);
    }

    [Fact]
    public async Task Time_step_counts_once_and_never_an_earlier_one()
    {
        await using var node = await LedgerNode.StartAsync();
        await using var twin = await node.StartTwinAsync();
        await Of(node).CreateAsync(Record);

        Assert.True(await Of(node).UseTimeStepAsync(100));
        Assert.False(await Of(twin).UseTimeStepAsync(100));
        Assert.False(await Of(twin).UseTimeStepAsync(99));
        Assert.True(await Of(twin).UseTimeStepAsync(101));
    }

    [Fact]
    public async Task Account_is_bound_to_one_learner()
    {
        await using var node = await LedgerNode.StartAsync();
        await Of(node).CreateAsync(Record);

        Assert.True(await Of(node).BindAsync("dr-lee"));
        Assert.True(await Of(node).BindAsync("dr-lee"));
        Assert.False(await Of(node).BindAsync("dr-gray"));
        Assert.Equal("dr-lee", (await Of(node).GetAsync())!.Value.LearnerId);
    }

    [Fact]
    public async Task Store_holds_nothing_of_an_account_in_clear()
    {
        await using var node = await LedgerNode.StartAsync();
        await Of(node).CreateAsync(Record with { AuthenticatorKey = "GEZDGNBVGY3TQOJQ" });
        var stored = new GrainState<RawState>();

        await node.Service<IGrainStorage>().ReadStateAsync(EntityStates.Account, Of(node).GetGrainId(), stored);

        Assert.Equal(["sealedRecord", "wrappedKey"], stored.State!.Properties!.Keys.Order());
        Assert.DoesNotContain("@", string.Concat(stored.State.Properties.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_is_accepted_by_one_account_in_time_and_with_its_secret()
    {
        await using var node = await LedgerNode.StartAsync();
        await using var twin = await node.StartTwinAsync();
        var (here, there) = (node.Grains.GetGrain<IInvitationGrain>("inv_1"), twin.Grains.GetGrain<IInvitationGrain>("inv_1"));
        await here.CreateAsync(new() { LearnerId = "dr-lee", ExpiresAt = node.Time.GetUtcNow().AddDays(1) }, Secret);

        Assert.Null(await here.AcceptAsync("acc_1", new byte[] { 9, 9, 9 }));
        Assert.Null(await node.Grains.GetGrain<IInvitationGrain>("inv_2").AcceptAsync("acc_1", Secret));
        Assert.Equal("dr-lee", await here.AcceptAsync("acc_1", Secret));
        Assert.Null(await there.AcceptAsync("acc_2", Secret));
        node.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal("dr-lee", await there.AcceptAsync("acc_1", Secret));
    }

    [Fact]
    public async Task Expired_invitation_is_not_accepted()
    {
        await using var node = await LedgerNode.StartAsync();
        var invitation = node.Grains.GetGrain<IInvitationGrain>("inv_1");
        await invitation.CreateAsync(new() { LearnerId = "dr-lee", ExpiresAt = node.Time.GetUtcNow().AddDays(1) }, Secret);

        node.Time.Advance(TimeSpan.FromDays(1));

        Assert.False(await invitation.IsOpenAsync("acc_1", Secret));
        Assert.Null(await invitation.AcceptAsync("acc_1", Secret));
    }

    private static IAccountGrain Of(LedgerNode node) => node.Grains.GetGrain<IAccountGrain>(AccountId);

    /// <summary>A state as the store has it.</summary>
    public sealed record RawState
    {
        [System.Text.Json.Serialization.JsonExtensionData]
        public Dictionary<string, System.Text.Json.JsonElement>? Properties { get; init; }
    }
}
