using System.Net;
using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Cookie = Microsoft.Playwright.Cookie;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>Sessions of learners as signing in begins them, without the work of a password for each test.</summary>
internal static class Session
{
    // Slow on purpose, and the same for all.
    private static string? _passwordHash;

    /// <summary>Makes an account for the learner and answers the cookie of its session.</summary>
    public static async Task<Cookie> BeginAsync(Site site, string learnerId)
    {
        using var scope = site.Application.Services.CreateScope();
        var services = scope.ServiceProvider;
        var id = $"acc_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):D}";
        _passwordHash ??= services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new(id, new(), eTag: null), Learner.Password);
        var email = $"{learnerId}@example.org";
        var record = new AccountRecord
        {
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            PasswordHash = _passwordHash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LearnerId = learnerId,
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        var account = new Account(id, record, eTag: null);
        Assert.True((await services.GetRequiredService<AccountStore>().CreateAsync(account, CancellationToken.None)).Succeeded);

        var context = new DefaultHttpContext { RequestServices = services };
        await AccountSession.BeginAsync(context, account);
        var cookie = SetCookieHeaderValue.ParseList([.. context.Response.Headers.SetCookie.OfType<string>()]).Single(cookie => cookie.Name.StartsWith("__Host-", StringComparison.Ordinal));
        return new()
        {
            Name = cookie.Name.ToString(),
            Value = WebUtility.UrlDecode(cookie.Value.ToString()),
            Domain = site.Address.Host,
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = Microsoft.Playwright.SameSiteAttribute.Lax,
        };
    }
}
