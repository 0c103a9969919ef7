using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Idempotency;

/// <summary>What a second attempt meets while the first one is under way, held by a store that does not write, and after it.</summary>
public sealed class FirstAttemptTests(PatientNode node) : IClassFixture<PatientNode>
{
    [Fact]
    public async Task Second_attempt_comes_back_after_the_first_and_has_its_answer()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1, 2);

        await RequireOneAttemptAsync($"{scene.Learner}/earnings", scene.Earning(3));
        await RequireOneAttemptAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5));
        var claimId = (await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[1], 1.5), "c")).Require(201).Text("claimId");
        await RequireOneAttemptAsync($"{scene.Learner}/claims/{claimId}/void", new { reason = "Wrong." });
        var earningId = (await node.As().PostAsync($"{scene.Learner}/earnings", scene.Earning(4), "e")).Require(201).Text("earningId");
        await RequireOneAttemptAsync($"{scene.Learner}/earnings/{earningId}/reversal", new { reason = "Wrong." });
    }

    private async Task RequireOneAttemptAsync(string path, object body)
    {
        var key = Guid.NewGuid().ToString("N");
        Reply refused;
        Task<Reply>[] attempts;
        using (node.HoldStore())
        {
            // Whichever comes first waits for the store; only the other one can have an answer.
            attempts = [node.As().PostAsync(path, body, key), node.As().PostAsync(path, body, key)];
            refused = await await Task.WhenAny(attempts);
        }

        var first = (await Task.WhenAll(attempts)).Single(reply => reply != refused).Require(201);
        var replayed = (await node.As().PostAsync(path, body, key)).Require(201);

        Assert.Equal("1", refused.RequireProblem(409, "idempotency-in-flight").Header("Retry-After"));
        Assert.Null(first.Header("Idempotent-Replayed"));
        Assert.Equal(("true", first.BodyText), (replayed.Header("Idempotent-Replayed"), replayed.BodyText));
    }
}
