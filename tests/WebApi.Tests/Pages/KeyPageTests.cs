using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Tests.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

public sealed class KeyPageTests(TestNode node)
{
    [Fact]
    public async Task A_key_is_shown_once_works_as_its_learner_and_ends_when_revoked()
    {
        var person = await Person.EnrolledAsync(node);

        var made = (await person.Browser.SubmitAsync("/profile/keys", ("name", "Hospital sync"), ("lasts", "90-days"), ("password", person.Password))).Require(200);

        var key = made.Document.QuerySelector("#key-text")!.TextContent;
        var me = (await node.As(key).GetAsync("/v1/me")).Require(200);
        Assert.Equal(("learner", "Hospital sync"), (me.Text("role"), me.Text("name")));
        (await node.As(key).GetAsync($"/v1/learners/{me.Text("subject")}")).Require(200);
        var listed = (await person.Browser.GetAsync("/profile/keys")).Require(200);
        Assert.Contains("Hospital sync", listed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(key[^43..], listed.Html, StringComparison.Ordinal);

        var form = listed.Document.QuerySelector("form[action$='/revoke']")!;
        for (var press = 1; press <= 2; press++)
        {
            (await person.Browser.PostAsync(form.GetAttribute("action")!, [new("form-token", form.QuerySelector("input")!.GetAttribute("value")!)])).RequireRedirect("/profile/keys?revoked=yes");
        }

        var revocations = (await node.As().GetAsync("/v1/audit-entries?act=api-key-revoked&limit=200")).Json.GetProperty("items").EnumerateArray();
        Assert.Equal(
            ["repeated", "done"],
            revocations.Where(entry => entry.GetProperty("target").GetString() == me.Text("keyId")).Select(entry => entry.GetProperty("result").GetString()));
        (await node.As(key).GetAsync("/v1/me")).RequireProblem(401, "unauthorized");
        Assert.Contains("You have no keys.", (await person.Browser.GetAsync("/profile/keys?revoked=yes")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1-year", "name")]
    [InlineData("Sync", "for ever and ever", "lasts")]
    public async Task What_is_missing_is_said_at_its_field(string name, string lasts, string field)
    {
        var person = await Person.EnrolledAsync(node);

        var reply = (await person.Browser.SubmitAsync("/profile/keys", ("name", name), ("lasts", lasts), ("password", person.Password))).Require(422);

        Assert.Equal([field], reply.WrongFields);
    }

    [Fact]
    public async Task Ten_keys_are_all()
    {
        var person = await Person.EnrolledAsync(node);
        for (var count = 0; count < 10; count++)
        {
            (await person.Browser.SubmitAsync("/profile/keys", ("name", $"Program {count}"), ("lasts", "always"), ("password", person.Password))).Require(200);
        }

        (await person.Browser.SubmitAsync("/profile/keys", ("name", "One more"), ("lasts", "always"), ("password", person.Password))).Require(422);
    }

    [Fact]
    public async Task A_session_alone_makes_no_key_and_its_owner_hears_of_one()
    {
        var person = await Person.EnrolledAsync(node);

        var refused = (await SubmitAsync(person, "wrong password here")).Require(422);
        Assert.Equal(["password"], refused.WrongFields);
        Assert.Equal("Sync", refused.Document.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(["password"], (await SubmitAsync(person, "")).Require(422).WrongFields);
        Assert.Contains("You have no keys.", (await person.Browser.GetAsync("/profile/keys")).Html, StringComparison.Ordinal);

        Assert.NotNull((await SubmitAsync(person, person.Password)).Require(200).Document.QuerySelector("#key-text"));
        await node.MailAsync(person.Email, "An API key was made for your account");
    }

    [Fact]
    public async Task Wrong_passwords_pause_the_making_of_keys_as_they_pause_sign_in()
    {
        var person = await Person.EnrolledAsync(node);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            (await SubmitAsync(person, "wrong password here")).Require(422);
        }

        (await SubmitAsync(person, person.Password)).Require(422);

        person.TakeAnotherBrowser();
        (await person.SignInAsync()).Require(422);
    }

    [Fact]
    public async Task Where_signing_in_asks_for_a_code_so_does_the_making_of_keys()
    {
        var person = await Person.EnrolledAsync(node);
        (await person.Browser.SubmitAsync("/account/authenticator")).RequireRedirect("/account/authenticator");
        var page = (await person.Browser.GetAsync("/account/authenticator")).Require(200);
        var secret = page.Document.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var code = TimeCode.CodeAt(secret, TimeProvider.System.GetUtcNow());
        var on = (await person.Browser.SubmitAsync(page, "/account/authenticator", ("password", person.Password), ("code", code))).Require(200);
        var recoveryCode = on.Document.QuerySelector(".codes code")!.TextContent;

        Assert.Equal(["code"], (await SubmitAsync(person, person.Password)).Require(422).WrongFields);
        (await SubmitAsync(person, person.Password, ("code", code))).Require(422);
        (await SubmitAsync(person, "wrong password here", ("code", recoveryCode))).Require(422);

        (await SubmitAsync(person, person.Password, ("code", recoveryCode))).Require(200);
        (await SubmitAsync(person, person.Password, ("code", recoveryCode))).Require(422);
    }

    private static Task<PageReply> SubmitAsync(Person person, string password, params (string Name, string Value)[] more) =>
        person.Browser.SubmitAsync("/profile/keys", [("name", "Sync"), ("lasts", "1-year"), ("password", password), .. more]);
}
