using System.Text;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Licences;
using CmeOrleans.Grains.Tests.Support;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace CmeOrleans.Grains.Tests;

public sealed class LicencesGrainTests
{
    private static readonly Licence Texas = new() { RequirementId = "us-tx-mdo", Number = "K1234", CycleEndsOn = new(2027, 2, 28) };

    [Fact]
    public async Task Licences_are_stored_sealed_and_opened_on_every_node()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();
        await using var twin = await node.StartTwinAsync();
        var made = (await Licences(node).PutAsync(new() { Items = [Texas] }, StoredTag.None)).Value!;

        var there = (await Licences(twin).GetAsync())!;
        var stored = new GrainState<LicencesState> { State = new() };
        await node.Service<IGrainStorage>().ReadStateAsync(EntityStates.Licences, GrainId.Create("licences", Scene.LearnerId), stored);

        Assert.Equal((made.ETag, "K1234", true), (there.ETag, there.Value.Items[0].Number, made.IsNew));
        Assert.NotEqual(0, stored.State.SealedLicences.Length);
        Assert.DoesNotContain("K1234", Encoding.Latin1.GetString(stored.State.SealedLicences.Span), StringComparison.Ordinal);
        Assert.Equal(Outcome.VersionConflict, (await Licences(twin).PutAsync(new(), StoredTag.None)).Outcome);
    }

    [Fact]
    public async Task Learner_without_a_profile_has_no_licences()
    {
        await using var node = await LedgerNode.StartAsync();

        Assert.Null(await Licences(node).GetAsync());
        Assert.Equal(Outcome.NotFound, (await Licences(node).PutAsync(new(), null)).Outcome);
        Assert.Equal(Outcome.NotFound, (await node.Grains.GetGrain<IProgressGrain>(Scene.LearnerId).ReadAsync(new())).Outcome);
    }

    [Fact]
    public async Task Number_of_licences_is_bounded()
    {
        await using var node = await LedgerNode.StartAsync();
        await new Scene(node).SetAsync();

        var answer = await Licences(node).PutAsync(new() { Items = [.. Enumerable.Repeat(Texas, 21)] }, null);

        Assert.Contains(answer.Refusal!.Lines, line => line is { Pointer: "/licences", Code: "too-many" });
    }

    [Fact]
    public async Task Topic_that_is_worth_two_types_counts_once_and_only_as_what_the_board_counts()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await Licences(node).PutAsync(new() { Items = [Texas] }, null);
        await scene.EarnAsync("t1", "t2");
        await scene.Learner.ClaimAsync(Scene.ClaimAll("c1") with { CreditType = "AAFP_PRESCRIBED" });
        await scene.Learner.ClaimAsync(Scene.ClaimAll("c2"));

        var licence = (await node.Grains.GetGrain<IProgressGrain>(Scene.LearnerId).ReadAsync(new() { WithCredits = true })).Value!.Items[0];

        Assert.All(licence.Buckets, bucket => Assert.Equal((300, 0), (bucket.CountedHundredths, bucket.ClaimableHundredths)));
        Assert.Equal(["counted", "counted", "typeNotCounted", "typeNotCounted"], licence.Credits.Select(credit => credit.Standing).Order());
        Assert.Empty(licence.Claimable);
    }

    [Fact]
    public async Task Sums_are_there_without_the_credits()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await Licences(node).PutAsync(new() { Items = [Texas] }, null);
        await scene.EarnAsync("t1");

        var licence = (await node.Grains.GetGrain<IProgressGrain>(Scene.LearnerId).ReadAsync(new())).Value!.Items[0];

        Assert.Equal([150L, 150L], licence.Buckets.Select(bucket => bucket.ClaimableHundredths));
        Assert.Equal(("AMA_PRA_1", 150), (licence.Claimable[0].CreditType, licence.Claimable[0].AmountHundredths));
        Assert.Empty(licence.Credits);
        Assert.Equal(new(2025, 3, 1), licence.CycleFrom);
    }

    private static ILicencesGrain Licences(LedgerNode node) => node.Grains.GetGrain<ILicencesGrain>(Scene.LearnerId);
}
