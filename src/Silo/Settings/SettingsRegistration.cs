using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Settings;

/// <summary>Registers options so that a bad value stops the start and can be named.</summary>
public static class SettingsRegistration
{
    /// <summary>Binds <typeparamref name="TOptions"/> to the section and checks it when the host starts.</summary>
    /// <typeparam name="TOptions">Options with a public constant <c>SectionName</c>, by which <see cref="StartFailure"/> names them.</typeparam>
    /// <typeparam name="TValidator">Its generated validator.</typeparam>
    public static IServiceCollection AddSettings<TOptions, TValidator>(this IServiceCollection services, string sectionName)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(sectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services;
    }
}
