using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>How many forms an address may send before it is signed in. On a node of its own, lest it slows other tests.</summary>
public sealed class SignInLimitTests(StrictNode node) : IClassFixture<StrictNode>
{
    [Fact]
    public async Task Address_that_sends_form_after_form_is_slowed()
    {
        var browser = new Browser(node.Address);
        var page = await browser.GetAsync("/sign-in");
        var statuses = new List<int>();
        for (var count = 0; count < 40 && !statuses.Contains(429); count++)
        {
            statuses.Add((int)(await browser.SubmitAsync(page, "/sign-in", ("email", ""), ("password", ""))).Status);
        }

        Assert.Contains(429, statuses);
    }
}
