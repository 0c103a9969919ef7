using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Registers who may call and what.</summary>
internal static class AuthRegistration
{
    public static IServiceCollection AddFrontDoorAuth(this IServiceCollection services)
    {
        services.AddOptions<JwtOptions>().BindConfiguration(JwtOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JwtOptions>, JwtOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBootstrapKey, ConfiguredBootstrapKey>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddSingleton<FailedGuesses>();
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<JwtIssuer>();
        services.AddSingleton<AccessRules>();
        services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusal>();
        services.AddAuthorization();
        services.AddAuthentication(AuthSchemes.Bearer)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(AuthSchemes.Bearer, null);
        return services;
    }
}
