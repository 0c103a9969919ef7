using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts.Passkeys;

/// <summary>Registers passkeys: for which site they are made, and from which pages they are taken.</summary>
internal static class PasskeysRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<AccountLinks>(static (passkeys, links) =>
        {
            passkeys.ServerDomain = PasskeySite.DomainOf(links.Base);
            passkeys.AuthenticatorTimeout = Patience;

            // Finger, face or code of the device: a passkey stands for both steps of signing in.
            passkeys.UserVerificationRequirement = "required";

            // The device knows the account, so that nobody has to be asked for an address.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(PasskeySite.IsOurs(context, links.Base));
        });
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeySignIn>();
        services.AddSingleton<PasskeyCookie>();
        return services;
    }
}
