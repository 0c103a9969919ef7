namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>Accounts where addresses must be confirmed and nobody starts a record without an invitation.</summary>
public sealed class StrictAccountsTests(StrictNode node) : IClassFixture<StrictNode>
{
    [Fact]
    public async Task Address_is_confirmed_before_the_account_is_used_and_no_record_comes_without_an_invitation()
    {
        var person = await Person.RegisterAsync(node);
        (await person.SignInAsync()).RequireRedirect("/register/sent");
        (await person.Browser.GetAsync("/account")).RequireRedirect("/sign-in?returnUrl=%2Faccount");
        (await person.Browser.GetAsync(await node.LinkToAsync(person.Email, "/confirm-email"))).Require(200);
        (await person.SignInAsync()).RequireRedirect("/");

        var page = (await person.Browser.GetAsync("/welcome")).Require(200);
        var token = (await person.Browser.GetAsync("/sign-out")).Document.QuerySelector("[name=form-token]")!.GetAttribute("value")!;
        var forced = await person.Browser.PostAsync(
            "/welcome", new Dictionary<string, string> { ["form-token"] = token, ["displayName"] = "Ana Gray", ["profession"] = "nurse" });

        Assert.Null(page.Document.QuerySelector("[name=displayName]"));
        forced.Require(404);
    }
}
