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
        (await person.Browser.SubmitAsync("/account/authenticator", ("code", "000000"))).Require(422);

        (await person.Browser.SubmitAsync("/account/authenticator", ("code", recoveryCodes[0]))).RequireRedirect("/account");

        person.TakeAnotherBrowser();
        (await person.SignInAsync()).RequireRedirect("/");
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
        var key = page.Document.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var on = await person.Browser.SubmitAsync(page, "/account/authenticator", ("code", TimeCode.CodeAt(key, TimeProvider.System.GetUtcNow())));
        return (person, key, [.. on.Require(200).Document.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }
}
