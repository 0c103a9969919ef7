using System.Text;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Mail;

/// <summary>Registers what outgoing mail needs.</summary>
internal static class MailRegistration
{
    private const string DefaultSender = "no-reply";
    private const string DefaultHost = "localhost";

    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSettings<MailOptions, MailOptionsValidator>(MailOptions.SectionName);
        services.AddSingleton<MailBell>();
        services.AddSingleton<OutboxWatch>();
        services.AddSingleton(CreateSender);
        services.AddSingleton(CreateTransport);
        services.AddSingleton(provider => new MailCarrierLimits(OptionsOf(provider).AttemptsMax));
        services.AddSingleton<MailCarrier>();
        return services;
    }

    private static MailOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<MailOptions>>().Value;

    private static MailSender CreateSender(IServiceProvider provider)
    {
        var options = OptionsOf(provider);
        return new(new(options.FromAddress ?? $"{DefaultSender}@{HostOf(provider)}", options.FromName, Encoding.UTF8));
    }

    // A literal IP address cannot stand in a mail address as it is.
    private static string HostOf(IServiceProvider provider)
    {
        var address = new Uri(provider.GetRequiredService<IOptions<CertificateOptions>>().Value.PublicBaseUrl);
        return address.HostNameType is UriHostNameType.Dns ? address.IdnHost : DefaultHost;
    }

    private static IMailTransport CreateTransport(IServiceProvider provider)
    {
        var options = OptionsOf(provider);
        var sender = provider.GetRequiredService<MailSender>();
        return options.Transport switch
        {
            MailTransportKind.Folder => new FolderTransport(
                sender, options.Folder ?? Path.Combine(provider.GetRequiredService<IOptions<NodeOptions>>().Value.DataFolder, "mail")),
            MailTransportKind.Smtp when options.SmtpHost is null =>
                throw new SettingException("Mail:SmtpHost", "must be given when Mail:Transport is Smtp."),
            MailTransportKind.Smtp => new SmtpTransport(sender, provider.GetRequiredService<IOptions<MailOptions>>()),
            _ => throw new SettingException("Mail:Transport", "must be one of Folder, Smtp."),
        };
    }
}
