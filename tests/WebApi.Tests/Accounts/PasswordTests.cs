using AngleSharp.Html.Dom;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>New passwords and what becomes of sessions, links and pauses.</summary>
public sealed class PasswordTests(TestNode node)
{
    private const string NewPassword = "staple battery horse correct";

    [Fact]
    public async Task Reset_link_sets_a_password_once_and_ends_sessions()
    {
        var person = await Person.SignedInAsync(node);
        (await new Browser(node.Address).SubmitAsync("/forgot-password", ("email", person.Email))).RequireRedirect("/forgot-password/sent");
        var link = await node.LinkToAsync(person.Email, "/reset-password");
        var owner = new Browser(node.Address);

        (await owner.SubmitAsync(link, ("new-password", "short"))).Require(422);
        var page = await owner.GetAsync(link);
        (await owner.SubmitAsync(page, link, ("new-password", NewPassword))).RequireRedirect("/sign-in");

        (await owner.SubmitAsync(page, link, ("new-password", "yet another password"))).Require(422);
        (await owner.GetAsync(link)).Require(422);
        (await person.Browser.GetAsync("/account")).RequireRedirect("/sign-in?returnUrl=%2Faccount");
        (await person.SignInAsync()).Require(422);
        (await person.SignInAsync(NewPassword, "/sign-in")).RequireRedirect("/");
    }

    [Fact]
    public async Task Reset_removes_passkeys_and_says_so()
    {
        var person = await Person.SignedInAsync(node);
        var store = await AddPasskeyAsync(person);
        Assert.DoesNotContain("You have no passkeys.", (await person.Browser.GetAsync("/account/passkeys")).Html, StringComparison.Ordinal);

        await person.Browser.SubmitAsync("/forgot-password", ("email", person.Email));
        var link = await node.LinkToAsync(person.Email, "/reset-password");
        Assert.Contains("removes all passkeys", (await person.Browser.GetAsync(link)).Html, StringComparison.Ordinal);
        (await person.Browser.SubmitAsync(link, ("new-password", NewPassword))).RequireRedirect("/sign-in");

        Assert.Empty((await FindAsync(store, person)).Record.Passkeys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reset_revokes_API_keys_unless_asked_not_to(bool revokes)
    {
        var person = await Person.EnrolledAsync(node);
        var made = (await person.Browser.SubmitAsync("/profile/keys", ("name", "Hospital sync"), ("lasts", "90-days"), ("password", person.Password))).Require(200);
        var key = made.Document.QuerySelector("#key-text")!.TextContent;
        var keyId = (await node.As(key).GetAsync("/v1/me")).Require(200).Text("keyId");
        await person.Browser.SubmitAsync("/forgot-password", ("email", person.Email));
        var link = await node.LinkToAsync(person.Email, "/reset-password");
        var page = (await person.Browser.GetAsync(link)).Require(200);
        var choice = (IHtmlInputElement)page.Document.QuerySelector("#revoke-keys")!;
        Assert.True(choice.IsChecked);
        choice.IsChecked = revokes;

        (await person.Browser.SubmitAsync(page, link, ("new-password", NewPassword))).RequireRedirect("/sign-in");

        Assert.Equal(revokes ? 401 : 200, (int)(await node.As(key).GetAsync("/v1/me")).Status);
        var told = (await node.As().GetAsync("/v1/audit-entries?act=api-key-revoked&limit=200")).Json.GetProperty("items").EnumerateArray()
            .Where(entry => entry.GetProperty("target").GetString() == keyId).ToArray();
        Assert.Equal(revokes ? 1 : 0, told.Length);
        Assert.All(told, entry => Assert.Equal(("learner", "done"), (entry.GetProperty("role").GetString(), entry.GetProperty("result").GetString())));
    }

    [Fact]
    public async Task A_link_that_does_not_work_revokes_nothing()
    {
        var person = await Person.EnrolledAsync(node);
        await person.Browser.SubmitAsync("/forgot-password", ("email", person.Email));
        var link = await node.LinkToAsync(person.Email, "/reset-password");
        var page = (await person.Browser.GetAsync(link)).Require(200);
        (await person.Browser.SubmitAsync(page, link, ("new-password", NewPassword))).RequireRedirect("/sign-in");
        (await person.SignInAsync(NewPassword, "/sign-in")).RequireRedirect("/");
        var made = (await person.Browser.SubmitAsync("/profile/keys", ("name", "Hospital sync"), ("lasts", "90-days"), ("password", NewPassword))).Require(200);

        (await person.Browser.SubmitAsync(page, link, ("new-password", "yet another password"))).Require(422);

        (await node.As(made.Document.QuerySelector("#key-text")!.TextContent).GetAsync("/v1/me")).Require(200);
    }

    [Fact]
    public async Task Owner_alone_removes_a_passkey()
    {
        var person = await Person.SignedInAsync(node);
        var store = await AddPasskeyAsync(person);
        var path = (await person.Browser.GetAsync("/account/passkeys")).Document.QuerySelector("a[href$='/remove']")!.GetAttribute("href")!;

        Assert.Equal(["password"], (await person.Browser.SubmitAsync(path, ("password", ""))).Require(422).WrongFields);
        Assert.Equal(["password"], (await person.Browser.SubmitAsync(path, ("password", "wrong password here"))).Require(422).WrongFields);
        Assert.Single((await FindAsync(store, person)).Record.Passkeys);
        (await person.Browser.SubmitAsync(path, ("password", person.Password))).RequireRedirect("/account/passkeys");

        Assert.Empty((await FindAsync(store, person)).Record.Passkeys);
        (await person.Browser.GetAsync(path)).Require(404);
        (await person.Browser.GetAsync("/account")).Require(200);
    }

    [Fact]
    public async Task Reset_ends_a_pause()
    {
        var person = await Person.RegisterAsync(node);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            (await person.SignInAsync("wrong password here", "/sign-in")).Require(422);
        }

        await person.Browser.SubmitAsync("/forgot-password", ("email", person.Email));
        await person.Browser.SubmitAsync(await node.LinkToAsync(person.Email, "/reset-password"), ("new-password", NewPassword));

        (await person.SignInAsync(NewPassword, "/sign-in")).RequireRedirect("/");
    }

    [Fact]
    public async Task Asking_for_an_unknown_address_is_answered_like_for_a_known_one()
    {
        var reply = await new Browser(node.Address).SubmitAsync("/forgot-password", ("email", "nobody-here@example.org"));

        reply.RequireRedirect("/forgot-password/sent");
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("%00")]
    public async Task Link_that_is_none_of_ours_does_not_work(string token)
    {
        (await new Browser(node.Address).GetAsync($"/reset-password?token={token}")).Require(422);
        (await new Browser(node.Address).GetAsync($"/confirm-email?token={token}")).Require(422);
    }

    [Fact]
    public async Task Address_is_confirmed_by_the_link_and_no_other_link_does_it()
    {
        var person = await Person.SignedInAsync(node);
        Assert.Contains("Not confirmed yet", (await person.Browser.GetAsync("/account")).Html, StringComparison.Ordinal);
        var link = await node.LinkToAsync(person.Email, "/confirm-email");

        (await person.Browser.GetAsync(link.Replace("/confirm-email", "/reset-password", StringComparison.Ordinal))).Require(422);
        (await person.Browser.GetAsync(link)).Require(200);

        Assert.DoesNotContain("Not confirmed yet", (await person.Browser.GetAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stolen_cookie_is_worthless_after_the_password_was_changed()
    {
        var person = await Person.SignedInAsync(node);
        var thief = person.Browser.Copy();
        (await thief.GetAsync("/account")).Require(200);

        (await person.Browser.SubmitAsync("/account/password", ("password", "wrong password here"), ("new-password", NewPassword))).Require(422);
        (await person.Browser.SubmitAsync("/account/password", ("password", person.Password), ("new-password", NewPassword))).RequireRedirect("/account");

        (await thief.GetAsync("/account")).RequireRedirect("/sign-in?returnUrl=%2Faccount");
        (await person.Browser.GetAsync("/account")).Require(200);
    }

    [Fact]
    public async Task Owner_can_end_all_other_sessions()
    {
        var person = await Person.SignedInAsync(node);
        var elsewhere = person.Browser.Copy();

        var page = await person.Browser.GetAsync("/account");
        (await person.Browser.SubmitAsync(page, "/account")).RequireRedirect("/account");

        (await elsewhere.GetAsync("/account")).RequireRedirect("/sign-in?returnUrl=%2Faccount");
        (await person.Browser.GetAsync("/account")).Require(200);
    }

    private static async Task<Account> FindAsync(AccountStore store, Person person) =>
        (await store.FindByEmailAsync(person.Email.ToUpperInvariant(), TestContext.Current.CancellationToken))!;

    private async Task<AccountStore> AddPasskeyAsync(Person person)
    {
        var store = node.Application.Services.GetRequiredService<AccountStore>();
        var account = await FindAsync(store, person);
        account.Record = account.Record with { Passkeys = [new()
        {
            CredentialId = new byte[32],
            PublicKey = new byte[77],
            Name = "Phone of a thief",
            CreatedAt = TimeProvider.System.GetUtcNow(),
            SignCount = 0,
            AttestationObject = new byte[190],
            ClientData = new byte[120],
        }] };
        Assert.True((await store.UpdateAsync(account, TestContext.Current.CancellationToken)).Succeeded);
        return store;
    }
}
