using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>The authenticator app. Codes are made from the key on the page, as an app would.</summary>
public sealed class AuthenticatorTests(TestNode node)
{
    /// <summary>The examples of RFC 6238, appendix B, for SHA-1, cut to six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_standard(long unixSeconds, string code)
    {
        const string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        Assert.Equal(code, TimeCode.CodeAt(key, DateTimeOffset.FromUnixTimeSeconds(unixSeconds)));
        Assert.Equal(unixSeconds / 30, TimeCode.FindStep(key, code, DateTimeOffset.FromUnixTimeSeconds(unixSeconds + 30)));
        Assert.Null(TimeCode.FindStep(key, code, DateTimeOffset.FromUnixTimeSeconds(unixSeconds + 90)));
    }

    [Fact]
    public async Task Signing_in_asks_for_a_code_that_counts_once()
    {
        var (person, key, _) = await WithAuthenticatorAsync();
        person.TakeAnotherBrowser();
        (await person.SignInAsync()).RequireRedirect("/sign-in/code");
        (await person.Browser.GetAsync("/account")).RequireRedirect("/sign-in?returnUrl=%2Faccount");
        var page = (await person.Browser.GetAsync("/sign-in/code")).Require(200);
        (await person.Browser.SubmitAsync(page, "/sign-in/code", ("code", "000000"))).Require(422);

        // The step of now was used to turn it on; the next is within what is tolerated.
        var code = TimeCode.CodeAt(key, TimeProvider.System.GetUtcNow().AddSeconds(30));
        var thief = person.Browser.Copy();
        (await person.Browser.SubmitAsync(page, "/sign-in/code", ("code", code))).RequireRedirect("/");

        (await person.Browser.GetAsync("/account")).Require(200);
        (await thief.SubmitAsync(page, "/sign-in/code", ("code", code))).Require(422);
    }

    [Fact]
    public async Task Recovery_code_lets_in_once()
    {
        var (person, _, recoveryCodes) = await WithAuthenticatorAsync();
        Assert.Equal(10, recoveryCodes.Length);
        person.TakeAnotherBrowser();
        await person.SignInAsync();
        (await person.Browser.SubmitAsync("/sign-in/code", ("code", recoveryCodes[3].ToLowerInvariant()))).RequireRedirect("/");
        Assert.Contains("9 recovery codes", (await person.Browser.GetAsync("/account")).Html, StringComparison.Ordinal);

        person.TakeAnotherBrowser();
        await person.SignInAsync();

        (await person.Browser.SubmitAsync("/sign-in/code", ("code", recoveryCodes[3]))).Require(422);
    }

    [Fact]
    public async Task Wrong_codes_pause_sign_in()
    {
        var (person, _, recoveryCodes) = await WithAuthenticatorAsync();
        person.TakeAnotherBrowser();
        await person.SignInAsync();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            (await person.Browser.SubmitAsync("/sign-in/code", ("code", "000000"))).Require(422);
        }

        (await person.Browser.SubmitAsync("/sign-in/code", ("code", recoveryCodes[0]))).Require(422);
    }

    [Fact]
    public async Task App_is_turned_off_with_a_code()
    {
        var (person, _, recoveryCodes) = await WithAuthenticatorAsync();
        (await person.Browser.SubmitAsync("/account/authenticator", ("password", person.Password), ("code", "000000"))).Require(422);
        (await person.Browser.SubmitAsync("/account/authenticator", ("password", "wrong password here"), ("code", recoveryCodes[0]))).Require(422);
        Assert.Equal(["password"], (await person.Browser.SubmitAsync("/account/authenticator", ("password", ""), ("code", recoveryCodes[0]))).Require(422).WrongFields);

        (await person.Browser.SubmitAsync("/account/authenticator", ("password", person.Password), ("code", recoveryCodes[0]))).RequireRedirect("/account");

        person.TakeAnotherBrowser();
        (await person.SignInAsync()).RequireRedirect("/");
    }

    [Fact]
    public async Task A_session_alone_turns_no_app_on()
    {
        var person = await Person.SignedInAsync(node);
        await person.Browser.SubmitAsync("/account/authenticator");
        var page = (await person.Browser.GetAsync("/account/authenticator")).Require(200);
        var code = TimeCode.CodeAt(KeyOn(page), TimeProvider.System.GetUtcNow());

        Assert.Equal(["password"], (await person.Browser.SubmitAsync(page, "/account/authenticator", ("password", "wrong password here"), ("code", code))).Require(422).WrongFields);

        Assert.Contains("Off. With an app", (await person.Browser.GetAsync("/account")).Html, StringComparison.Ordinal);
        (await person.Browser.SubmitAsync(page, "/account/authenticator", ("password", person.Password), ("code", code))).Require(200);
    }

    [Fact]
    public async Task Where_signing_in_asks_for_a_code_so_does_a_new_password()
    {
        var (person, _, recoveryCodes) = await WithAuthenticatorAsync();
        const string wanted = "staple battery horse correct";

        var refused = (await person.Browser.SubmitAsync("/account/password", ("password", person.Password), ("new-password", wanted))).Require(422);
        Assert.Equal(["code"], refused.WrongFields);

        (await person.Browser.SubmitAsync("/account/password", ("password", person.Password), ("new-password", wanted), ("code", recoveryCodes[0]))).RequireRedirect("/account");
    }

    [Fact]
    public async Task Second_step_is_for_nobody_who_has_not_shown_the_password() =>
        (await new Browser(node.Address).GetAsync("/sign-in/code")).RequireRedirect("/sign-in");

    private async Task<(Person Person, string Key, string[] RecoveryCodes)> WithAuthenticatorAsync()
    {
        var person = await Person.SignedInAsync(node);
        (await person.Browser.SubmitAsync("/account/authenticator")).RequireRedirect("/account/authenticator");
        var page = (await person.Browser.GetAsync("/account/authenticator")).Require(200);
        Assert.NotNull(page.Document.QuerySelector("svg.qr path"));
        var key = KeyOn(page);
        var on = await person.Browser.SubmitAsync(
            page, "/account/authenticator", ("password", person.Password), ("code", TimeCode.CodeAt(key, TimeProvider.System.GetUtcNow())));
        return (person, key, [.. on.Require(200).Document.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    private static string KeyOn(PageReply page) => page.Document.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
}
