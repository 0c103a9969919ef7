using CmeOrleans.WebApi.Hosting;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(TestNode))]

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A whole node on a free port of the loopback, with SQLite in a folder of its own, for all tests of this assembly.</summary>
public sealed class TestNode : IAsyncLifetime
{
    public const string OperatorKey = "operator-key-of-the-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("cme-webapi-").FullName;
    private WebApplication? _application;
    private StripeDouble? _stripe;

    private string MailFolder => Path.Combine(_folder, "mail");

    public Uri Address { get; private set; } = new("http://localhost");

    public StripeDouble Stripe => _stripe ?? throw new InvalidOperationException("The node is not started.");

    internal WebApplication Application => _application ?? throw new InvalidOperationException("The node is not started.");

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeDouble.StartAsync();
        _application = NodeApplication.Build([], new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:Ledger"] = $"Data Source={Path.Combine(_folder, "cme.db")}",
            ["DataFolder"] = _folder,
            ["Management:Url"] = "",
            ["Security:BootstrapKey"] = OperatorKey,
            ["Providers:OpaqueLearnerIds"] = "true",
            ["RateLimits:VerificationBurst"] = "20",
            ["RateLimits:VerificationsPerSecond"] = "1",
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
        });
        await _application.StartAsync();
        Address = new(_application.Urls.First());
        using var client = new HttpClient { BaseAddress = Address };
        for (var attempt = 0; attempt < 200 && !(await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        if (_stripe is not null)
        {
            await _stripe.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A caller with the operator's key, or with another, or with none when <paramref name="key"/> is empty.</summary>
    public Api As(string key = OperatorKey) => new(Address, key);

    /// <summary>The mails that have left the node, as they are in their files.</summary>
    public IEnumerable<string> Mails() =>
        Directory.Exists(MailFolder) ? Directory.EnumerateFiles(MailFolder, "*.eml").Select(File.ReadAllText) : [];

    /// <summary>A new key of a role.</summary>
    public async Task<string> KeyAsync(string role, string? subject) =>
        (await As().PostAsync("/v1/api-keys", new { role, subject, name = $"{role} of a test" })).Text("key");
}
