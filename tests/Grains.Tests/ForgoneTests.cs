using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

/// <summary>What a claim uses up of other types is said before it is made, and is then what it does.</summary>
public sealed class ForgoneTests
{
    private const string Aafp = "AAFP_PRESCRIBED";

    [Theory]
    [InlineData(150, 100)]
    [InlineData(75, 50)]
    [InlineData(25, 25)]
    public async Task Preview_says_how_much_of_which_type_is_used_up(long claimedHundredths, long forgoneHundredths)
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await EarnedAsync(node, exclusiveGroup: "choice");
        var credit = (await scene.Learner.GetCreditsAsync(new() { CreditType = Scene.Ama, Sort = "earnedAt", Limit = 1 }))!.Items[0];
        var command = Scene.ClaimAll("c1") with { All = false, Lines = [new() { CreditId = credit.CreditId, AmountHundredths = claimedHundredths }] };

        var preview = (await scene.Learner.PreviewClaimAsync(command)).Value!;
        var claim = await scene.Learner.ClaimAsync(command);

        var forgone = Assert.Single(preview.Forgone);
        Assert.Equal((Aafp, forgoneHundredths), (forgone.CreditType, forgone.AmountHundredths));
        Assert.Equal(Outcome.Done, claim.Outcome);
        Assert.Equal(forgoneHundredths, (await scene.Learner.GetBalanceAsync())!.Balances.Single(line => line.CreditType == Aafp).ReversedHundredths);
    }

    [Fact]
    public async Task Types_that_go_together_use_up_nothing()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await EarnedAsync(node, exclusiveGroup: null);

        Assert.Empty((await scene.Learner.PreviewClaimAsync(Scene.ClaimAll(""))).Value!.Forgone);
    }

    private static async Task<Scene> EarnedAsync(LedgerNode node, string? exclusiveGroup)
    {
        var scene = await new Scene(node).SetAsync();
        var course = Scene.Course();
        await node.Grains.GetGrain<ICourseGrain>(Scene.CourseId).PutAsync(
            course with { Offerings = [.. course.Offerings.Select(offering => offering with { ExclusiveGroup = exclusiveGroup })] }, null);
        await scene.EarnAsync("t1");
        return scene;
    }
}
