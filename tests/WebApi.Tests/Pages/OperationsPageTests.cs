using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

/// <summary>What an operator sees and does in a browser.</summary>
public sealed class OperationsPageTests(TestNode node)
{
    [Fact]
    public async Task Health_is_told_in_words()
    {
        var page = (await (await SignInAsync()).GetAsync("/operations")).Require(200);

        Assert.Equal("Health", page.Heading);
        Assert.Contains("The node serves requests", page.Html, StringComparison.Ordinal);
        Assert.Equal(
            ["Database", "Migrations", "Clock", "Backlog", "Store", "Node", "Mail", "Signatures"],
            page.Document.QuerySelectorAll("[aria-labelledby=findings] tbody th").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Trial_balance_has_the_totals_of_each_course()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1, 2);

        var page = (await (await SignInAsync()).GetAsync("/operations/trial-balance")).Require(200);

        Assert.Contains("Both sides agree", page.Html, StringComparison.Ordinal);
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == scene.CourseId);
        Assert.Equal(["3.00", "3.00", "none"], row.QuerySelectorAll("td.number").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Key_is_issued_shown_once_and_revoked()
    {
        var browser = await SignInAsync();
        var name = $"Lakeside {Guid.NewGuid():N}";

        var issued = (await browser.SubmitAsync("/operations/keys", ("role", "provider"), ("subject", "lakeside"), ("name", name), ("expiresAt", "2199-01-31"))).Require(201);
        var key = issued.Document.QuerySelector("#key")!.TextContent;
        var keyId = (await node.As(key).GetAsync("/v1/me")).Require(200).Text("keyId");
        var stored = (await node.As().GetAsync($"/v1/api-keys/{keyId}")).Require(200);
        Assert.Equal(("provider", "lakeside", name, "2199-02-01T00:00:00Z"), (stored.Text("role"), stored.Text("subject"), stored.Text("name"), stored.Text("expiresAt")));
        Assert.DoesNotContain(key, (await browser.GetAsync("/operations/keys")).Html, StringComparison.Ordinal);

        var ask = (await browser.GetAsync($"/operations/keys/{keyId}/revoke")).Require(200);
        Assert.Contains(name, ask.Html, StringComparison.Ordinal);
        (await browser.SubmitAsync(ask, $"/operations/keys/{keyId}/revoke")).RequireRedirect("/operations/keys?revoked=yes");

        (await node.As(key).GetAsync("/v1/me")).RequireProblem(401, "unauthorized");
        var trail = (await browser.GetAsync("/operations/audit?act=api-key-revoked")).Require(200);
        Assert.Contains(keyId, trail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("API key issued</td>", trail.Html, StringComparison.Ordinal);
        (await browser.GetAsync($"/operations/keys/key_{Guid.Empty}/revoke")).Require(404);
    }

    [Theory]
    [InlineData("", "", "", "", "role,subject,name")]
    [InlineData("operator", "somebody", "Operators", "", "subject")]
    [InlineData("provider", "lakeside", "Late", "2001-01-01", "expiresAt")]
    [InlineData("provider", "lakeside", "When", "soon", "expiresAt")]
    public async Task Bad_key_comes_back_with_what_was_typed(string role, string subject, string name, string expiresAt, string wrong)
    {
        var page = (await (await SignInAsync()).SubmitAsync("/operations/keys", ("role", role), ("subject", subject), ("name", name), ("expiresAt", expiresAt))).Require(422);

        Assert.Equal(wrong.Split(','), page.WrongFields);
        Assert.Equal(subject, page.Document.QuerySelector("#subject")!.GetAttribute("value") ?? "");
        Assert.Equal(role, page.Document.QuerySelector("#role option[selected]")?.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Nobody_else_finds_these_pages()
    {
        var provider = new Browser(node.Address);
        (await provider.SubmitAsync("/sign-in/key", ("api-key", await node.KeyAsync("provider", "curious")))).Require(303);

        foreach (var path in (string[])["/operations", "/operations/trial-balance", "/operations/keys", "/operations/audit", "/providers", $"/operations/keys/key_{Guid.Empty}/revoke"])
        {
            (await provider.GetAsync(path)).Require(404);
            (await new Browser(node.Address).GetAsync(path)).RequireRedirect($"/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        }
    }

    [Fact]
    public async Task All_providers_are_listed_with_the_way_to_each()
    {
        var scene = await Scene.CreateAsync(node);
        var browser = await SignInAsync();

        var page = (await browser.GetAsync("/providers")).Require(200);
        var pages = 1;
        while (page.Document.QuerySelector($"a[href='/providers/{scene.ProviderId}']") is null && pages++ < 40)
        {
            page = (await browser.GetAsync(page.Document.QuerySelector(".actions a")!.GetAttribute("href")!)).Require(200);
        }

        Assert.NotNull(page.Document.QuerySelector($"a[href='/courses?provider={scene.ProviderId}']"));
        var record = (await browser.GetAsync($"/providers/{scene.ProviderId}")).Require(200);
        Assert.Equal("/providers", record.Document.QuerySelector("[aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Feedback_is_summed_by_course_without_who_gave_it()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1, 2);
        foreach (var (credit, value, comment) in new[] { (credits[0], "5", "Well paced.\n<b>More</b> of it."), (credits[1], "4", null) })
        {
            var claim = (await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credit, 1.5), credit)).Require(201);
            var feedback = new { answers = new[] { new { questionId = "met-objectives", value }, new { questionId = "essay", value = "Long." }, new { questionId = "a-question-of-my-own", value = "1" } }, comment };
            (await node.As().PostAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/evaluation", feedback)).Require(201);
            (await node.As().PostAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/evaluation", feedback)).RequireProblem(422, "evaluation-already-given");
            var other = new { answers = Array.Empty<object>(), comment = "On second thoughts." };
            (await node.As().PostAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/evaluation", other)).RequireProblem(422, "evaluation-already-given");
        }

        var provider = await node.KeyAsync("provider", scene.ProviderId);
        var sums = (await node.As(provider).GetAsync($"/v1/courses/{scene.CourseId}/evaluations")).Require(200);
        Assert.Equal((2, 1), (sums.Number("count"), sums.Number("commentsCount")));
        var question = sums.Json.GetProperty("questions").EnumerateArray().Single();
        Assert.Equal(4.5m, question.GetProperty("average").GetDecimal());
        Assert.Equal([0, 0, 0, 1, 1], question.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
        Assert.DoesNotContain(scene.LearnerId, sums.BodyText, StringComparison.Ordinal);

        var browser = new Browser(node.Address);
        (await browser.SubmitAsync("/sign-in/key", ("api-key", provider))).Require(303);
        var page = (await browser.GetAsync($"/courses/{scene.CourseId}/evaluations")).Require(200);
        Assert.Equal("4.50", page.Document.QuerySelector("td strong")!.TextContent);
        Assert.Equal("Well paced.\n<b>More</b> of it.", page.Document.QuerySelector(".lines")!.TextContent);
        Assert.DoesNotContain(scene.LearnerId, page.Html, StringComparison.Ordinal);
        var ledger = (await browser.GetAsync($"/courses/{scene.CourseId}/ledger")).Require(200);
        Assert.DoesNotContain(scene.LearnerId, ledger.Html, StringComparison.Ordinal);
        Assert.Contains("Claimed", ledger.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_of_feedback_are_on_the_first_page_alone()
    {
        var scene = await Scene.CreateAsync(node);
        foreach (var (credit, number) in (await scene.EarnAsync(1, 2)).Select((credit, number) => (credit, number)))
        {
            var claim = (await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credit, 1.5), credit)).Require(201);
            var feedback = new { answers = Array.Empty<object>(), comment = $"Comment {number}." };
            (await node.As().PostAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/evaluation", feedback)).Require(201);
        }

        var path = $"/courses/{scene.CourseId}/evaluations";
        var first = (await node.As().GetAsync($"/v1{path}?limit=1")).Require(200);
        var second = (await node.As().GetAsync($"/v1{path}?limit=1&cursor={first.Text("nextCursor")}")).Require(200);

        Assert.Equal((2, "Comment 1."), (first.Number("count"), first.Json.GetProperty("comments")[0].GetString()));
        Assert.Equal(["courseId", "comments"], second.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Comment 0.", second.Json.GetProperty("comments")[0].GetString());
        var later = (await (await SignInAsync()).GetAsync($"{path}?before={long.MaxValue}")).Require(200);
        Assert.Null(later.Document.QuerySelector("#questions"));
        Assert.Equal("More comments", later.Document.QuerySelector("#comments")!.TextContent);
    }

    private async Task<Browser> SignInAsync()
    {
        var browser = new Browser(node.Address);
        (await browser.SubmitAsync("/sign-in/key", ("api-key", TestNode.OperatorKey))).RequireRedirect("/operations");
        return browser;
    }
}
