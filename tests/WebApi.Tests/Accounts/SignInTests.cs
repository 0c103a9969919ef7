using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>Registering, signing in and out, as a browser sees it.</summary>
public sealed class SignInTests(TestNode node)
{
    [Fact]
    public async Task Person_registers_signs_in_starts_a_record_and_signs_out()
    {
        var person = await Person.RegisterAsync(node);
        (await person.SignInAsync()).RequireRedirect("/");
        Assert.Equal("Welcome", (await person.Browser.GetAsync("/welcome")).Require(200).Heading);

        (await person.Browser.SubmitAsync("/welcome", ("displayName", "Ana Gray"), ("profession", "physicianMd"))).RequireRedirect("/");
        (await person.Browser.GetAsync("/welcome")).RequireRedirect("/");
        (await person.Browser.SubmitAsync("/sign-out")).RequireRedirect("/sign-in");

        (await person.Browser.GetAsync("/welcome")).RequireRedirect("/sign-in?returnUrl=%2Fwelcome");
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_shown_to_no_script()
    {
        var person = await Person.RegisterAsync(node);

        var reply = await person.SignInAsync();

        var session = Assert.Single(reply.SetCookies, cookie => cookie.StartsWith("__Host-cme-session=", StringComparison.Ordinal));
        foreach (var attribute in (string[])["secure", "httponly", "samesite=lax", "path=/"])
        {
            Assert.Contains(attribute, session, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain=", session, StringComparison.OrdinalIgnoreCase);
        Assert.All(person.Browser.Cookies.Keys, name => Assert.StartsWith("__Host-", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_password_and_unknown_address_are_answered_alike()
    {
        var person = await Person.RegisterAsync(node);
        var stranger = new Person(node);

        var wrong = (await person.SignInAsync("wrong password here", "/sign-in")).Require(422);
        var unknown = (await stranger.SignInAsync()).Require(422);

        Assert.Equal(["email"], wrong.WrongFields);
        Assert.Equal(TextOf(wrong, person), TextOf(unknown, stranger));
        Assert.DoesNotContain(person.Browser.Cookies.Keys, name => name.Contains("session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Registering_an_address_again_changes_nothing_and_says_nothing()
    {
        var person = await Person.RegisterAsync(node);
        var thief = new Browser(node.Address);

        var again = await thief.SubmitAsync("/register", ("email", person.Email.ToUpperInvariant()), ("new-password", "another long password"));

        again.RequireRedirect("/register/sent");
        (await person.SignInAsync()).RequireRedirect("/");
        (await thief.SubmitAsync("/sign-in", ("email", person.Email), ("password", "another long password"))).Require(422);
    }

    [Fact]
    public async Task Bad_form_comes_back_with_its_errors_and_what_was_typed_but_never_the_password()
    {
        var reply = (await new Browser(node.Address).SubmitAsync("/register", ("email", "no address"), ("new-password", "short-secret"[..8]))).Require(422);

        Assert.Equal(["email", "new-password"], reply.WrongFields.Distinct());
        Assert.Equal("no address", reply.Document.QuerySelector("#email")!.GetAttribute("value"));
        Assert.DoesNotContain("short-se", reply.Html, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", reply.Document.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/register")]
    [InlineData("/welcome")]
    [InlineData("/sign-out")]
    public async Task Form_without_our_token_is_refused(string path)
    {
        var person = await Person.SignedInAsync(node);

        var reply = await person.Browser.PostAsync(path, new Dictionary<string, string> { ["email"] = person.Email, ["password"] = person.Password });

        reply.Require(400);
        (await person.Browser.GetAsync("/welcome")).Require(200);
    }

    [Fact]
    public async Task Token_of_another_browser_is_refused()
    {
        var person = await Person.RegisterAsync(node);
        var page = await new Browser(node.Address).GetAsync("/sign-in");

        (await person.Browser.SubmitAsync(page, "/sign-in", ("email", person.Email), ("password", person.Password))).Require(400);
    }

    [Theory]
    [InlineData("/profile", "/sign-in?returnUrl=%2Fprofile&ended=yes")]
    [InlineData("/account/password", "/sign-in?returnUrl=%2Faccount%2Fpassword&ended=yes")]
    [InlineData("/account", "/sign-in?returnUrl=%2Faccount&ended=yes")]
    [InlineData("/support", "/support?ended=yes")]
    public async Task Form_that_comes_after_the_session_has_ended_is_not_taken_and_leads_back_to_its_page(string path, string back)
    {
        var person = await Person.EnrolledAsync(node);
        var late = person.Browser.Copy();
        var page = (await late.GetAsync(path)).Require(200);
        (await person.Browser.SubmitAsync(await person.Browser.GetAsync("/account"), "/account")).RequireRedirect("/account");

        (await late.SubmitAsync(page, path)).RequireRedirect(back);

        Assert.NotNull((await late.GetAsync(back)).Require(200).Document.QuerySelector("[data-session-ended]"));
        Assert.Null((await late.GetAsync(back.Split('?')[0])).Require(200).Document.QuerySelector("[data-session-ended]"));
    }

    [Theory]
    [InlineData("/sign-in?returnUrl=%2Fwelcome%3Fa%3D1", "/welcome?a=1")]
    [InlineData("/sign-in?returnUrl=https%3A%2F%2Fevil.example", "/")]
    [InlineData("/sign-in?returnUrl=%2F%2Fevil.example", "/")]
    [InlineData("/sign-in?returnUrl=%2F%5Cevil.example", "/")]
    [InlineData("/sign-in?returnUrl=%2Fa%0d%0aX%3A1", "/")]
    public async Task Signing_in_leads_on_to_addresses_of_ours_alone(string path, string expected)
    {
        var person = await Person.RegisterAsync(node);

        (await person.SignInAsync(path)).RequireRedirect(expected);
    }

    [Fact]
    public async Task Api_takes_no_cookie()
    {
        var person = await Person.EnrolledAsync(node);
        var cookies = string.Join("; ", person.Browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

        var reply = await node.As("").GetAsync("/v1/me", ("Cookie", cookies));

        reply.RequireProblem(401, "unauthorized");
    }

    private static string TextOf(PageReply reply, Person person) =>
        reply.Document.Body!.TextContent.Replace(person.Email, "", StringComparison.Ordinal);
}
