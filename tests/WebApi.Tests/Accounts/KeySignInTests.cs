using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>Sessions of providers and operators, who sign in with an API key.</summary>
public sealed class KeySignInTests(TestNode node)
{
    private const string SignIn = "/sign-in/key";
    private const string Field = "api-key";

    [Fact]
    public async Task Provider_signs_in_and_sees_its_courses_and_nobody_elses()
    {
        var scene = await Scene.CreateAsync(node);
        var other = await Scene.CreateAsync(node);
        var browser = new Browser(node.Address);

        (await browser.SubmitAsync(SignIn, (Field, await node.KeyAsync("provider", scene.ProviderId)))).RequireRedirect("/courses");
        var courses = (await browser.GetAsync("/courses")).Require(200);

        Assert.Contains(scene.CourseId, courses.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(other.CourseId, courses.Html, StringComparison.Ordinal);
        Assert.NotNull(courses.Document.QuerySelector("nav a[href='/courses'][aria-current=page]"));
        (await browser.GetAsync($"/courses/{scene.CourseId}")).Require(200);
        (await browser.GetAsync("/")).RequireRedirect("/courses");
        string[] foreign = [$"/courses/{other.CourseId}", $"/courses/{other.CourseId}/edit", $"/courses/{other.CourseId}/ledger", $"/providers/{other.ProviderId}", "/claim", "/profile"];
        foreach (var path in foreign)
        {
            Assert.Equal("Page not found", (await browser.GetAsync(path)).Require(404).Heading);
        }
    }

    [Fact]
    public async Task Operator_signs_in_with_the_configured_key_and_sees_all()
    {
        var scene = await Scene.CreateAsync(node);
        var browser = new Browser(node.Address);

        (await browser.SubmitAsync($"{SignIn}?returnUrl=%2Fcourses%2F{scene.CourseId}", (Field, TestNode.OperatorKey))).RequireRedirect($"/courses/{scene.CourseId}");

        (await browser.GetAsync($"/courses/{scene.CourseId}")).Require(200);
        (await browser.GetAsync($"/providers/{scene.ProviderId}")).Require(200);
    }

    [Fact]
    public async Task Operator_comes_back_to_the_page_that_asked_to_sign_in()
    {
        var browser = new Browser(node.Address);
        var signIn = await browser.FollowAsync(await browser.GetAsync("/operations/audit"));
        var link = signIn.Document.QuerySelector($"a[href^='{SignIn}']")!.GetAttribute("href")!;
        Assert.Equal($"{SignIn}?returnUrl=%2Foperations%2Faudit", link);
        Assert.Equal("/sign-in?returnUrl=%2Foperations%2Faudit", (await browser.GetAsync(link)).Document.QuerySelector("a[href^='/sign-in?']")!.GetAttribute("href"));

        (await browser.SubmitAsync(link, (Field, TestNode.OperatorKey))).RequireRedirect("/operations/audit");

        Assert.Equal(SignIn, (await browser.GetAsync("/sign-in?returnUrl=https%3A%2F%2Fevil.example")).Document.QuerySelector($"a[href^='{SignIn}']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Revoked_key_ends_its_sessions_at_the_next_request()
    {
        var key = (await node.As().PostAsync("/v1/api-keys", new { role = "provider", subject = "revoked-provider", name = "Soon gone" })).Require(201);
        var browser = new Browser(node.Address);
        (await browser.SubmitAsync(SignIn, (Field, key.Text("key")))).Require(303);
        (await browser.GetAsync("/courses")).Require(200);

        (await node.As().DeleteAsync($"/v1/api-keys/{key.Text("id")}")).Require(204);

        (await browser.GetAsync("/courses")).RequireRedirect("/sign-in?returnUrl=%2Fcourses");
    }

    [Fact]
    public async Task Cookie_does_not_hold_the_key_and_the_API_does_not_take_it()
    {
        var key = await node.KeyAsync("operator", null);
        var browser = new Browser(node.Address);
        var signedIn = (await browser.SubmitAsync(SignIn, (Field, key))).Require(303);

        Assert.DoesNotContain(signedIn.SetCookies, cookie => cookie.Contains(key, StringComparison.Ordinal));
        var cookie = Assert.Single(signedIn.SetCookies, cookie => cookie.StartsWith("__Host-cme-session", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        var value = string.Join("; ", browser.Cookies.Select(pair => $"{pair.Key}={pair.Value}"));
        (await node.As("").GetAsync("/v1/me", ("Cookie", value))).RequireProblem(401, "unauthorized");
    }

    [Theory]
    [InlineData("")]
    [InlineData("cme_0199a1b2000070008000000000000009_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("learner")]
    [InlineData("institution")]
    public async Task Other_keys_do_not_sign_in(string key)
    {
        var browser = new Browser(node.Address);
        if (key is "learner" or "institution")
        {
            key = await node.KeyAsync(key, "somebody");
        }

        var page = (await browser.SubmitAsync(SignIn, (Field, key))).Require(422);

        Assert.Equal([Field], page.WrongFields);
        Assert.True(key.Length == 0 || !page.Html.Contains(key, StringComparison.Ordinal));
        (await browser.GetAsync("/courses")).RequireRedirect("/sign-in?returnUrl=%2Fcourses");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var browser = new Browser(node.Address);
        (await browser.SubmitAsync(SignIn, (Field, TestNode.OperatorKey))).Require(303);

        var page = (await browser.GetAsync("/sign-out")).Require(200);
        Assert.Contains("bootstrap", page.Html, StringComparison.Ordinal);
        (await browser.SubmitAsync(page, "/sign-out")).RequireRedirect("/sign-in");

        (await browser.GetAsync("/courses")).RequireRedirect("/sign-in?returnUrl=%2Fcourses");
    }
}
