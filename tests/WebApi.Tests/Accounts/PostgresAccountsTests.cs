using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>Accounts on PostgreSQL: the store's promises, and one whole way in through the host.</summary>
public sealed class PostgresAccountsTests(PostgresNode node) : AccountStoreContract(node), IClassFixture<PostgresNode>
{
    [Fact]
    public async Task Person_registers_confirms_is_invited_and_signs_in_with_password_and_code()
    {
        var person = await Person.RegisterAsync(Node);
        (await person.SignInAsync()).RequireRedirect("/register/sent");
        (await person.Browser.GetAsync(await Node.LinkToAsync(person.Email, "/confirm-email"))).Require(200);
        (await person.SignInAsync()).RequireRedirect("/");

        var scene = await Scene.CreateAsync(Node);
        var invitation = (await Node.As().PostAsync($"{scene.Learner}/invitations", new { })).Require(201);
        await person.Browser.GetAsync(new Uri(invitation.Text("link")).PathAndQuery);
        (await person.Browser.SubmitAsync("/invitation")).RequireRedirect("/");
        Assert.Contains("Min-jun Lee", (await person.Browser.GetAsync("/profile")).Require(200).Html, StringComparison.Ordinal);

        await person.Browser.SubmitAsync("/account/authenticator");
        var page = (await person.Browser.GetAsync("/account/authenticator")).Require(200);
        var key = page.Document.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        (await person.Browser.SubmitAsync(page, "/account/authenticator", ("password", person.Password), ("code", TimeCode.CodeAt(key, TimeProvider.System.GetUtcNow())))).Require(200);

        person.TakeAnotherBrowser();
        (await person.SignInAsync()).RequireRedirect("/sign-in/code");
        (await person.Browser.SubmitAsync("/sign-in/code", ("code", TimeCode.CodeAt(key, TimeProvider.System.GetUtcNow().AddSeconds(30))))).RequireRedirect("/");
        (await person.Browser.GetAsync("/transcript")).Require(200);
        (await person.Browser.SubmitAsync("/sign-out")).RequireRedirect("/sign-in");
        (await person.Browser.GetAsync("/transcript")).RequireRedirect("/sign-in?returnUrl=%2Ftranscript");
    }
}
