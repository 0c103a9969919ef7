using CmeOrleans.WebApi.Hosting;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(TestNode))]

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A whole node on a free port of the loopback, with SQLite in a folder of its own, for all tests of this assembly.</summary>
public class TestNode : IAsyncLifetime
{
    public const string OperatorKey = "operator-key-of-the-tests";

    /// <summary>The institution whose identity provider is <see cref="Provider"/>.</summary>
    public const string InstitutionId = "lakeside-hospital";

    private readonly string _folder = Directory.CreateTempSubdirectory("cme-webapi-").FullName;
    private WebApplication? _application;
    private IdentityProvider? _provider;
    private StripeDouble? _stripe;

    protected string StoreFile => Path.Combine(_folder, "cme.db");

    private string MailFolder => Path.Combine(_folder, "mail");

    public Uri Address { get; private set; } = new("http://localhost");

    public IdentityProvider Provider => _provider ?? throw new InvalidOperationException("The provider is not started.");

    public StripeDouble Stripe => _stripe ?? throw new InvalidOperationException("The node is not started.");

    internal WebApplication Application => _application ?? throw new InvalidOperationException("The node is not started.");

    /// <summary>Settings that stand above those of all nodes of these tests.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    public virtual async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _stripe = await StripeDouble.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:Ledger"] = $"Data Source={StoreFile}",
            ["DataFolder"] = _folder,
            ["Management:Url"] = "",
            ["Security:BootstrapKey"] = OperatorKey,
            [$"Sso:Institutions:{InstitutionId}:Name"] = "Lakeside Hospital",
            [$"Sso:Institutions:{InstitutionId}:Authority"] = _provider.Address,
            [$"Sso:Institutions:{InstitutionId}:ClientId"] = IdentityProvider.ClientId,
            [$"Sso:Institutions:{InstitutionId}:ClientSecret"] = IdentityProvider.ClientSecret,
            [$"Sso:Institutions:{InstitutionId}:LearnerIdClaim"] = IdentityProvider.LearnerIdClaim,
            [$"Sso:Institutions:{InstitutionId}:RequireHttps"] = "false",
            ["Providers:OpaqueLearnerIds"] = "true",
            ["RateLimits:VerificationBurst"] = "20",
            ["RateLimits:VerificationsPerSecond"] = "1",
            ["RateLimits:SignInBurst"] = "10000",
            ["RateLimits:SupportBurst"] = "40",
            ["RateLimits:SupportPerHour"] = "1",
            ["Support:Address"] = "desk@example.org",
            ["Billing:Provider"] = "Stripe",
            ["Billing:YearPriceHundredths"] = "9900",
            ["Billing:StripeSecretKey"] = StripeDouble.SecretKey,
            ["Billing:StripeWebhookSecret"] = StripeDouble.WebhookSecret,
            ["Billing:StripeApiUrl"] = _stripe.Address.ToString(),
            ["Billing:StripeCheckoutUrl"] = StripeDouble.CheckoutOrigin,
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (name, value) in Settings)
        {
            settings[name] = value;
        }

        _application = NodeApplication.Build([], settings);
        await _application.StartAsync();
        Address = new(_application.Urls.First());
        using var client = new HttpClient { BaseAddress = Address };
        for (var attempt = 0; attempt < 200 && !(await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private IEnumerable<string> MailFiles()
    {
        var folder = Path.Combine(_folder, "mail");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").OrderByDescending(File.GetLastWriteTimeUtc) : [];
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        await (_provider?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (_stripe is not null)
        {
            await _stripe.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A caller with the operator's key, or with another, or with none when <paramref name="key"/> is empty.</summary>
    public Api As(string key = OperatorKey) => new(Address, key);

    /// <summary>The path and query of the link in a mail to an address, once it is delivered: the newest mail that has a link to the path.</summary>
    public async Task<string> LinkToAsync(string email, string path)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            foreach (var file in MailFiles())
            {
                var text = (await File.ReadAllTextAsync(file)).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
                var start = text.IndexOf(path + "?token=", StringComparison.Ordinal);
                if (start >= 0 && text.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase))
                {
                    return text[start..text.IndexOfAny(['\r', '\n', ' '], start)];
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"No mail to {email} has a link to {path}.");
    }

    /// <summary>Waits for a mail to an address to be delivered.</summary>
    public async Task MailAsync(string email, string subject)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (Mails().Any(mail => mail.Contains($"Subject: {subject}", StringComparison.Ordinal) && mail.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase)))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"No mail to {email} has the subject {subject}.");
    }

    /// <summary>The mails that have left the node, as they are in their files.</summary>
    public IEnumerable<string> Mails() =>
        Directory.Exists(MailFolder) ? Directory.EnumerateFiles(MailFolder, "*.eml").Select(File.ReadAllText) : [];

    /// <summary>A new key of a role.</summary>
    public async Task<string> KeyAsync(string role, string? subject) =>
        (await As().PostAsync("/v1/api-keys", new { role, subject, name = $"{role} of a test" })).Text("key");
}
