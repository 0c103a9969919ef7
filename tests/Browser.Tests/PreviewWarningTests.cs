using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>Where a course lets learners choose between types, the preview says what the choice costs.</summary>
public sealed class PreviewWarningTests(Site site)
{
    [Fact]
    public async Task Preview_says_how_much_of_which_type_the_claim_uses_up()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        await site.Operator.SendAsync(HttpMethod.Put, "/v1/courses/choice", new
        {
            providerId = Learner.ProviderId,
            title = "Choice of Credit",
            format = "enduring",
            startsOn = "2025-01-01",
            endsOn = "2035-12-31",
            claimWindowMonths = 120,
            offerings = new[] { "AMA_PRA_1", "AAFP_PRESCRIBED" }.Select(type => new { creditType = type, maximum = 10, exclusiveGroup = "one-of" }),
            topics = new[] { new { topicId = "t0", title = "Low back pain", credits = new Dictionary<string, double> { ["AMA_PRA_1"] = 2, ["AAFP_PRESCRIBED"] = 2 } } },
        });
        await learner.EarnAsync([("choice", "t0")]);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/claim?select=all");

        await page.GetByRole(AriaRole.Button, new() { Name = "Claim 2.00 CME" }).ClickAsync();

        var warning = page.GetByRole(AriaRole.Region, new() { Name = "This claim uses up credit of other types" });
        Assert.Contains("2.00 AAFP Prescribed credits", await warning.InnerTextAsync(), StringComparison.Ordinal);
        await Looks.TakeAsync(page, "preview-warning");
    }
}
