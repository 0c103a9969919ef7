using CmeOrleans.Silo.Settings;
using CmeOrleans.WebApi.Accounts.Keys;
using CmeOrleans.WebApi.Accounts.Passkeys;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Accounts.Sso;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Auth;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Registers the accounts of people and their sessions.</summary>
internal static class AccountsRegistration
{
    private const int PasswordLengthMin = 12;

    // What OWASP recommends for PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet).
    private const int HashIterations = 210_000;

    private static readonly TimeSpan SecondStepTime = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSettings<AccountsOptions, AccountsOptionsValidator>(AccountsOptions.SectionName);
        services.AddOptions<AccountsOptions>().PostConfigure<IConfiguration>(static (accounts, configuration) =>
        {
            var isTrial = configuration["Storage:Provider"] is not { Length: > 0 } provider || provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase);
            accounts.SelfEnrolment ??= isTrial;
            accounts.RequireConfirmedEmail ??= !isTrial;
        });
        services.AddPageKeys();
        services.AddIdentity();
        services.AddSessions();
        services.AddSso();
        services.AddPasskeys();
        services.AddSingleton<LevelTime>();
        services.AddSingleton<DecoyPassword>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<Registration>();
        services.AddSingleton<LearnerKeyRevocation>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<CodeSignIn>();
        services.AddScoped<OwnerCheck>();
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<AccountMail>();
        return services;
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<AccountTokens>();
        services.AddIdentityCore<Account>(static identity =>
        {
            identity.Tokens.ProviderMap[AccountTokens.Name] = new(typeof(AccountTokens));
            identity.Tokens.PasswordResetTokenProvider = AccountTokens.Name;
            identity.Tokens.EmailConfirmationTokenProvider = AccountTokens.Name;

            // The store sees to it that an address has one account; those of institutions have none.
            identity.User.RequireUniqueEmail = false;
            identity.User.AllowedUserNameCharacters = "";

            // Length counts; rules about digits and signs make people choose worse ones (NIST SP 800-63B).
            identity.Password = new()
            {
                RequiredLength = PasswordLengthMin,
                RequiredUniqueChars = 5,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        });
        services.Configure<PasswordHasherOptions>(static hasher => hasher.IterationCount = HashIterations);
        services.AddSingleton<AccountNames>();
        services.AddSingleton<IdentityErrorDescriber>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<IUserStore<Account>>(static provider => provider.GetRequiredService<AccountStore>());
    }

    private static void AddSso(this IServiceCollection services)
    {
        services.AddSettings<SsoOptions, SsoOptionsValidator>(SsoOptions.SectionName);
        services.AddSingleton<SsoProviders>();
        services.AddSingleton<SsoCookie>();
        services.AddScoped<SsoAccounts>();
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(AuthSchemes.Session).AddCookie(AuthSchemes.SecondStep);
        services.AddOptions<CookieAuthenticationOptions>(AuthSchemes.Session).Configure<IOptions<AccountsOptions>>(static (cookie, accounts) =>
        {
            Configure(cookie, "cme-session");
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(accounts.Value.SessionMinutes);
            cookie.SlidingExpiration = true;
        });
        services.AddOptions<CookieAuthenticationOptions>(AuthSchemes.SecondStep).Configure(static cookie =>
        {
            Configure(cookie, "cme-second-step");
            cookie.ExpireTimeSpan = SecondStepTime;
            cookie.SlidingExpiration = false;
        });
    }

    private static void Configure(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie = new SecureCookie(name);
        cookie.Events.OnValidatePrincipal = AccountSession.ValidateAsync;
    }
}
