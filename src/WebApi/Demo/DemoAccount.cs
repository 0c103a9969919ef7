using System.Security.Cryptography;
using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Demo;

/// <summary>The account with which one looks at the demo as a learner.</summary>
internal sealed class DemoAccount(IServiceProvider services, TimeProvider time)
{
    public const string Email = "learner-01@example.org";

    private const string LearnerId = "learner-01";

    /// <summary>Makes the account, or gives it a new password: it is printed, so it must not open the data for longer than the demo runs.</summary>
    /// <returns>The password.</returns>
    public async Task<string> PrepareAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var password = $"demo-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var account = await users.FindByEmailAsync(Email);
        if (account is null)
        {
            account = Account.Create(Email, time.GetUtcNow());
            Require(await users.CreateAsync(account, password));
        }

        account.Record = account.Record with
        {
            IsEmailConfirmed = true,
            PasswordHash = users.PasswordHasher.HashPassword(account, password),
            AttemptsCount = 0,
            PausedUntil = null,
            IsTwoFactorOn = false,
            AuthenticatorKey = null,
        };
        Require(await users.UpdateSecurityStampAsync(account));
        await services.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(account.Id).BindAsync(LearnerId);
        return password;
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The demo's account is refused: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
        }
    }
}
