using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Registers who may call and what.</summary>
internal static class AuthRegistration
{
    // Every JSON Web Token begins like this: its header is an object, and this is {" in base64url.
    private const string JwtStart = "eyJ";

    public static IServiceCollection AddFrontDoorAuth(this IServiceCollection services)
    {
        services.AddOptions<JwtOptions>().BindConfiguration(JwtOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JwtOptions>, JwtOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBootstrapKey, ConfiguredBootstrapKey>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddSingleton<FailedGuesses>();
        services.AddSingleton<JwtIssuer>();
        services.AddSingleton<AccessRules>();
        services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusal>();
        services.AddAuthorization();
        services.AddAuthentication(AuthSchemes.Bearer)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(AuthSchemes.ApiKey, null)
            .AddScheme<AuthenticationSchemeOptions, JwtHandler>(AuthSchemes.Jwt, null)
            .AddPolicyScheme(AuthSchemes.Bearer, null, options => options.ForwardDefaultSelector = SchemeOf);
        return services;
    }

    private static string SchemeOf(HttpContext context) =>
        BearerToken.Read(context.Request) is { } token
        && token.StartsWith(JwtStart, StringComparison.Ordinal)
        && context.RequestServices.GetRequiredService<JwtIssuer>().IsOn
            ? AuthSchemes.Jwt
            : AuthSchemes.ApiKey;
}
