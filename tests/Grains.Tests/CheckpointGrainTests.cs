using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Domain.Proof;
using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

public sealed class CheckpointGrainTests
{
    [Fact]
    public async Task Checkpoint_covers_what_changed_and_names_the_one_before()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        var checkpoints = node.Grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key);
        Assert.Null(await checkpoints.TakeAsync());

        await scene.EarnAsync("t1", "t2");
        var first = await checkpoints.TakeAsync();
        var unchanged = await checkpoints.TakeAsync();
        await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));
        var second = await checkpoints.TakeAsync();

        Assert.Equal(first!.Number, unchanged!.Number);
        var (one, two) = (Parse(first), Parse(second!));
        Assert.Equal((1, 2L, 1), (one.Number, one.Rows, one.Leaves));
        Assert.Equal((2, 3L, 1), (two.Number, two.Rows, two.Leaves));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Statement))), two.Previous);

        var head = (await scene.Learner.GetLedgerAsync(2, 1))!.Items.Single();
        var leaf = CheckpointStatement.Leaf(Scene.LearnerId, head.Seq, Convert.FromHexString(head.Hash));
        Assert.Equal(Convert.ToHexStringLower(MerkleTree.Root([MerkleTree.HashLeaf(leaf)])), two.Root);
    }

    [Fact]
    public async Task Signature_is_checked_with_nothing_but_the_published_key()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");

        var checkpoint = (await node.Grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key).TakeAsync())!;

        using var key = ECDsa.Create();
        key.ImportFromPem(checkpoint.PublicKey);
        var signature = Convert.FromBase64String(checkpoint.Signature);
        Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(checkpoint.Statement), signature, HashAlgorithmName.SHA256));
        Assert.False(key.VerifyData(Encoding.UTF8.GetBytes(checkpoint.Statement + " "), signature, HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task Trial_balance_holds_after_every_kind_of_command()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        var earned = await scene.EarnAsync("t1", "t2", "t3");
        var claim = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));
        await scene.Learner.ReverseEarningAsync(new() { Key = "r1", Tenant = Scene.Tenant, EarningId = earned[0].EarningId, Reason = "wrong person" });
        await scene.Learner.VoidClaimAsync(new() { Key = "v1", Tenant = Scene.Tenant, ClaimId = claim.Value!.ClaimId, Reason = "flagged" });
        node.Time.Advance(TimeSpan.FromDays(4 * 366));
        await scene.Learner.ExpireAsync();

        var balance = await node.Grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key).GetTrialBalanceAsync();

        Assert.True(balance.IsBalanced, string.Join(", ", balance.BrokenLedgers));
        Assert.All(balance.Totals, total => Assert.Equal((0, total.CoursesHundredths), (total.DifferenceHundredths, total.LearnersHundredths)));
        Assert.Equal(300, balance.Totals.Single(total => total.CreditType == Scene.Ama).CoursesHundredths);
    }

    [Fact]
    public async Task Ledger_behind_its_checkpoint_does_not_answer()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        var latest = new StoredCheckpoint(1, node.Time.GetUtcNow(), "{}"u8.ToArray(), new byte[64], "key", (await node.Service<ICheckpointStore>().ReadChangedAsync(null, TestContext.Current.CancellationToken)).Watermark);
        await node.Service<ICheckpointStore>().AppendAsync(latest, [new(Scene.LearnerId, 2, new byte[32])], TestContext.Current.CancellationToken);

        await using var twin = await node.StartTwinAsync();

        await Assert.ThrowsAsync<Domain.Ledger.LedgerRowUnreadableException>(() => new Scene(twin).Learner.GetBalanceAsync());
    }

    private static CheckpointStatement Parse(CheckpointView checkpoint) => CheckpointStatement.Parse(Encoding.UTF8.GetBytes(checkpoint.Statement));
}
