using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

public sealed class LockoutTests(TestNode node)
{
    private const string Wrong = "wrong password here";

    [Fact]
    public async Task After_five_failures_the_right_password_does_not_count_either()
    {
        var person = await Person.RegisterAsync(node);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            (await person.SignInAsync(Wrong, "/sign-in")).Require(422);
        }

        (await person.SignInAsync()).Require(422);
    }

    [Fact]
    public async Task Success_lets_counting_start_anew()
    {
        var person = await Person.RegisterAsync(node);
        for (var round = 1; round <= 2; round++)
        {
            for (var attempt = 1; attempt <= 4; attempt++)
            {
                (await person.SignInAsync(Wrong, "/sign-in")).Require(422);
            }

            (await person.SignInAsync()).RequireRedirect("/");
        }
    }

    /// <summary>Guesses made at once must count as well. Method: twenty at the same time, the right password among the last.</summary>
    [Fact]
    public async Task Guesses_made_at_once_are_counted()
    {
        var person = await Person.RegisterAsync(node);

        await Task.WhenAll(Enumerable.Range(1, 12).Select(_ => new Browser(node.Address).SubmitAsync("/sign-in", ("email", person.Email), ("password", Wrong))));

        (await person.SignInAsync()).Require(422);
    }
}
