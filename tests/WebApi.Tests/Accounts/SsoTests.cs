using System.Security.Cryptography;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>Sign-in at an institution. The tests stand where the person's browser stands between the node and the provider.</summary>
public sealed class SsoTests(TestNode node)
{
    private const string Begin = $"/sign-in/sso/at/{TestNode.InstitutionId}";
    private const string Callback = "/sign-in/sso/callback";

    private readonly Browser _browser = new(node.Address);
    private readonly string _subject = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Person_signs_in_and_finds_the_same_account_again()
    {
        Assert.Contains("Lakeside Hospital", (await _browser.GetAsync("/sign-in")).Html, StringComparison.Ordinal);
        await SignInAsync("/welcome");
        await _browser.SubmitAsync("/welcome", ("displayName", "Ana Gray"), ("profession", "nurse"));
        var elsewhere = new SsoTests(node, _subject);

        await elsewhere.SignInAsync("/");

        (await elsewhere._browser.GetAsync("/welcome")).RequireRedirect("/");
        Assert.Contains("you sign in at your institution", (await elsewhere._browser.GetAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_names_the_learner_if_it_is_on_the_roster()
    {
        var learnerId = (await Scene.CreateAsync(node)).LearnerId;
        await SignInAsync("/", (IdentityProvider.LearnerIdClaim, learnerId));
        (await _browser.GetAsync("/welcome")).Require(200);
        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/{TestNode.InstitutionId}/roster/{learnerId}", null)).Require(204);

        await SignInAsync("/", (IdentityProvider.LearnerIdClaim, learnerId));

        (await _browser.GetAsync("/welcome")).RequireRedirect("/");
    }

    [Fact]
    public async Task Person_makes_neither_passkeys_nor_keys_that_would_go_past_the_institution()
    {
        await SignInAsync("/welcome");
        await _browser.SubmitAsync("/welcome", ("displayName", "Ana Gray"), ("profession", "nurse"));
        var token = (await _browser.GetAsync("/account")).Require(200).Document.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;

        foreach (var path in (string[])["/account/passkeys", "/profile/keys"])
        {
            var page = (await _browser.GetAsync(path)).Require(200);
            Assert.Null(page.Document.QuerySelector("input[name=password]"));
            Assert.Contains("You sign in at your institution", page.Document.QuerySelector("#institution")!.TextContent, StringComparison.Ordinal);
            KeyValuePair<string, string>[] fields = [new("form-token", token), new("name", "Sync"), new("lasts", "1-year"), new("password", "")];
            Assert.Equal(["institution"], (await _browser.PostAsync(path, fields)).Require(422).WrongFields);
        }
    }

    [Fact]
    public async Task Token_for_another_sign_in_is_refused() => await RequireRefusedAsync(nonce: "another");

    [Fact]
    public async Task Token_of_another_issuer_is_refused() => await RequireRefusedAsync(token => token.Issuer = "https://evil.example");

    [Fact]
    public async Task Token_for_another_client_is_refused() => await RequireRefusedAsync(token => token.Audience = "another");

    [Fact]
    public async Task Token_that_has_ended_is_refused() => await RequireRefusedAsync(token =>
        (token.IssuedAt, token.NotBefore, token.Expires) = (token.IssuedAt!.Value.AddHours(-2), token.NotBefore!.Value.AddHours(-2), token.Expires!.Value.AddHours(-1)));

    [Fact]
    public async Task Token_signed_by_another_key_is_refused()
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa) { KeyId = node.Provider.Key.KeyId };

        await RequireRefusedAsync(token => token.SigningCredentials = new(key, SecurityAlgorithms.RsaSha256));
    }

    [Fact]
    public async Task Token_without_a_signature_is_refused() => await RequireRefusedAsync(token => token.SigningCredentials = null);

    [Fact]
    public async Task Answer_counts_once_with_its_state_and_in_the_browser_that_asked()
    {
        var asked = await AskAsync(Begin);
        var code = node.Provider.CodeFor(asked["code_challenge"]!, node.Provider.TokenOf(_subject, asked["nonce"]!));
        (await new Browser(node.Address).GetAsync(Answer(code, asked["state"]!))).Require(422);
        var thief = _browser.Copy();
        (await thief.GetAsync(Answer(code, "another"))).Require(422);

        (await _browser.GetAsync(Answer(code, asked["state"]!))).RequireRedirect("/");

        (await _browser.GetAsync(Answer(code, asked["state"]!))).Require(422);
    }

    [Fact]
    public async Task Code_that_somebody_else_asked_for_is_refused()
    {
        var asked = await AskAsync(Begin);
        var code = node.Provider.CodeFor("another challenge", node.Provider.TokenOf(_subject, asked["nonce"]!));

        (await _browser.GetAsync(Answer(code, asked["state"]!))).Require(422);
    }

    [Fact]
    public async Task Answer_in_the_name_of_another_issuer_is_refused()
    {
        var asked = await AskAsync(Begin);
        var code = node.Provider.CodeFor(asked["code_challenge"]!, node.Provider.TokenOf(_subject, asked["nonce"]!));

        (await _browser.GetAsync(Answer(code, asked["state"]!) + "&iss=https%3A%2F%2Fevil.example")).Require(422);
    }

    [Fact]
    public async Task Institution_without_a_provider_is_not_found() =>
        (await _browser.GetAsync("/sign-in/sso/at/nobody")).Require(404);

    private SsoTests(TestNode node, string subject)
        : this(node) => _subject = subject;

    private static string Answer(string code, string state) => $"{Callback}?code={code}&state={state}";

    private async Task SignInAsync(string returnTo, params (string Name, string Value)[] claims)
    {
        var asked = await AskAsync($"{Begin}?returnUrl={Uri.EscapeDataString(returnTo)}");
        var code = node.Provider.CodeFor(asked["code_challenge"]!, node.Provider.TokenOf(_subject, asked["nonce"]!, null, claims));
        (await _browser.GetAsync(Answer(code, asked["state"]!))).RequireRedirect(returnTo);
    }

    private async Task RequireRefusedAsync(Action<SecurityTokenDescriptor>? change = null, string? nonce = null)
    {
        var asked = await AskAsync(Begin);
        var code = node.Provider.CodeFor(asked["code_challenge"]!, node.Provider.TokenOf(_subject, nonce ?? asked["nonce"]!, change));

        (await _browser.GetAsync(Answer(code, asked["state"]!))).Require(422);

        Assert.DoesNotContain("__Host-cme-session", _browser.Cookies.Keys);
    }

    private async Task<Dictionary<string, string?>> AskAsync(string path)
    {
        var location = (await _browser.GetAsync(path)).Require(303).Location!;
        Assert.StartsWith($"{node.Provider.Address}/authorize?", location, StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(new Uri(location).Query).ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value);
        Assert.Equal(("code", IdentityProvider.ClientId, "S256"), (asked["response_type"], asked["client_id"], asked["code_challenge_method"]));
        return asked;
    }
}
