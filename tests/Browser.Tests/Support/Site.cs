using System.Net.Http.Headers;
using CmeOrleans.Browser.Tests.Support;
using CmeOrleans.WebApi.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>A whole node on a free port of the loopback, with SQLite in a folder of its own, and a browser to look at it.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string OperatorKey = "operator-key-of-the-tests";
    private const int ReadyAttemptsMax = 200;

    private static readonly string[] BrowserPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly string _folder = Directory.CreateTempSubdirectory("cme-browser-").FullName;
    private WebApplication? _application;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Calls the API as an operator.</summary>
    public HttpClient Operator { get; } = new();

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started.");

    internal WebApplication Application => _application ?? throw new InvalidOperationException("The node is not started.");

    public async ValueTask InitializeAsync()
    {
        _application = NodeApplication.Build([], new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:Ledger"] = $"Data Source={Path.Combine(_folder, "cme.db")}",
            ["DataFolder"] = _folder,
            ["Management:Url"] = "",
            ["Security:BootstrapKey"] = OperatorKey,
            ["RateLimits:LearnerBurst"] = "10000",
            ["RateLimits:LearnerPerSecond"] = "10000",
            ["RateLimits:SignInBurst"] = "10000",
            ["RateLimits:SupportBurst"] = "10000",
            ["RateLimits:VerificationBurst"] = "10000",
            ["Logging:LogLevel:Default"] = "None",
        });
        await NodeApplication.StartAsync(_application, CancellationToken.None);

        // By this name browsers keep secure cookies without TLS.
        Address = new($"http://localhost:{new Uri(_application.Urls.First()).Port}");
        Operator.BaseAddress = Address;
        Operator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatorKey);
        for (var attempt = 0; attempt < ReadyAttemptsMax && !(await Operator.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserPaths.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("Chromium is not installed; .ci/run installs it."),
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>The path and query of the link in a mail to an address, once the mail is delivered.</summary>
    public async Task<string> LinkToAsync(string email, string path)
    {
        var folder = Path.Combine(_folder, "mail");
        for (var attempt = 0; attempt < ReadyAttemptsMax; attempt++)
        {
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
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
        var folder = Path.Combine(_folder, "mail");
        for (var attempt = 0; attempt < ReadyAttemptsMax; attempt++)
        {
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
            {
                var text = await File.ReadAllTextAsync(file);
                if (text.Contains($"Subject: {subject}", StringComparison.Ordinal) && text.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"No mail to {email} has the subject {subject}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        Operator.Dispose();
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
