using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Checkpoints;
using CmeOrleans.Grains.Learners;
using CmeOrleans.Grains.Support;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CmeOrleans.Silo;

/// <summary>What grains ask for in their constructors, beside the ports that storage and secrets serve.</summary>
internal static class GrainServices
{
    public static IServiceCollection AddGrainServices(this IServiceCollection services)
    {
        services.AddSettings<CertificateOptions, CertificateOptionsValidator>(CertificateOptions.SectionName);
        services.AddSettings<SupportOptions, SupportOptionsValidator>(SupportOptions.SectionName);
        services.AddSingleton<RenderingGate>();
        services.AddSingleton<CertificatePress>();
        services.AddSingleton<UnkeptPaperGate>();
        services.AddSingleton<TrialBalanceAudit>();
        services.AddSingleton<CourseTermsMemory>();
        return services;
    }
}
