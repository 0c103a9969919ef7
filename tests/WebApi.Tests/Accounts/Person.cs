using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>A person with an account and a browser of their own.</summary>
public sealed class Person(TestNode node)
{
    public const string GoodPassword = "correct horse battery staple";

    public Browser Browser { get; private set; } = new(node.Address);

    public string Email { get; } = $"{Guid.NewGuid():N}@example.org";

    public string Password { get; set; } = GoodPassword;

    public static async Task<Person> RegisterAsync(TestNode node)
    {
        var person = new Person(node);
        (await person.Browser.SubmitAsync("/register", ("email", person.Email), ("new-password", person.Password))).RequireRedirect("/register/sent");
        return person;
    }

    public static async Task<Person> SignedInAsync(TestNode node)
    {
        var person = await RegisterAsync(node);
        (await person.SignInAsync()).RequireRedirect("/");
        return person;
    }

    /// <summary>Signed in, with a record of their own.</summary>
    public static async Task<Person> EnrolledAsync(TestNode node)
    {
        var person = await SignedInAsync(node);
        (await person.Browser.SubmitAsync("/welcome", ("displayName", "Ana Gray"), ("profession", "physicianMd"))).RequireRedirect("/");
        return person;
    }

    public Task<PageReply> SignInAsync(string path = "/sign-in") => SignInAsync(Password, path);

    public Task<PageReply> SignInAsync(string password, string path) => Browser.SubmitAsync(path, ("email", Email), ("password", password));

    /// <summary>Goes to another device.</summary>
    public void TakeAnotherBrowser() => Browser = new(node.Address);
}
