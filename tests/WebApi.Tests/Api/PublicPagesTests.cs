using CmeOrleans.WebApi.Problems;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

public sealed class PublicPagesTests(TestNode node)
{
    [Fact]
    public async Task Every_problem_type_resolves_to_a_page()
    {
        foreach (var type in ProblemTypes.All)
        {
            var page = (await node.As("").GetAsync(type.Uri)).Require(200);

            Assert.StartsWith("text/html", page.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Contains($"<dd>{type.Status}</dd>", page.BodyText, StringComparison.Ordinal);
        }

        (await node.As("").GetAsync("/problems/none")).RequireProblem(404, "not-found");
    }

    [Fact]
    public async Task Verification_page_says_what_stands_behind_a_code()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1);
        var claim = await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "c");
        var code = claim.Json.GetProperty("certificates")[0].GetProperty("code").GetString();

        var valid = (await node.As("").GetAsync($"/verify/{code}")).Require(200);
        (await node.As().PostAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/void", new { reason = "Wrong." }, "v")).Require(201);
        var revoked = (await node.As("").GetAsync($"/verify/{code}")).Require(200);
        var unknown = await node.As("").GetAsync("/verify/unknown");

        Assert.Contains(">Valid</h2>", valid.BodyText, StringComparison.Ordinal);
        Assert.Contains("Min-jun Lee", valid.BodyText, StringComparison.Ordinal);
        Assert.Contains(">Revoked</h2>", revoked.BodyText, StringComparison.Ordinal);
        Assert.Equal(404, unknown.Status);
        Assert.Contains(">Unknown</h2>", unknown.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", valid.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(2, valid.BodyText.Split("<script", StringSplitOptions.None).Length);
        Assert.Contains("""<script type="module" src="/assets/public.js?v=""", valid.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", valid.BodyText, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Typed_code_leads_to_its_page()
    {
        var reply = await node.As("").GetAsync("/verify?code=%20ab%2Fc%20");

        Assert.Equal((302, "/verify/ab%2Fc"), (reply.Status, reply.Header("Location")));
        (await node.As("").GetAsync("/verify")).Require(200);
    }

    [Fact]
    public async Task Style_sheet_is_found_at_the_address_that_pages_name()
    {
        var page = (await node.As("").GetAsync("/verify")).BodyText;
        var start = page.IndexOf("/assets/", StringComparison.Ordinal);

        var style = (await node.As("").GetAsync(page[start..page.IndexOf('"', start)])).Require(200);

        Assert.Equal("text/css; charset=utf-8", style.Header("Content-Type"));
    }
}
