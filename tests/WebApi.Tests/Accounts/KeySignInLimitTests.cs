using System.Net;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>Whoever has no key can fail to sign in, and the audit trail is kept for ever. On a node of its own, lest it slows other tests.</summary>
public sealed class KeySignInLimitTests(StrictNode node) : IClassFixture<StrictNode>
{
    // The trail may take some more while the test runs.
    private const int RowsMax = FailedSignIns.BurstMax + 5;

    [Fact]
    public async Task Keys_that_are_tried_one_after_another_do_not_fill_the_audit_trail()
    {
        var browser = new Browser(node.Address);
        var page = await browser.GetAsync("/sign-in/key");
        var triedCount = 0;
        while ((await browser.SubmitAsync(page, "/sign-in/key", ("api-key", $"tried-{triedCount}"))).Status is HttpStatusCode.UnprocessableEntity && triedCount < 100)
        {
            triedCount++;
        }

        var entries = (await node.As().GetAsync("/v1/audit-entries?act=staff-sign-in-failed&limit=200")).Require(200).Json.GetProperty("items");
        Assert.InRange(triedCount, RowsMax + 1, int.MaxValue);
        Assert.InRange(entries.GetArrayLength(), FailedSignIns.BurstMax, RowsMax);
        Assert.All(entries.EnumerateArray(), entry => Assert.False(entry.TryGetProperty("credential", out _)));
    }
}
