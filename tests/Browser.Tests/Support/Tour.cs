using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Pages.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>A walk over every page of the web app, in the ways in which people get there. At each page the walker stops and looks.</summary>
/// <param name="site">The site.</param>
/// <param name="open">Opens a window with the given cookies.</param>
/// <param name="stopAsync">What is done at each page; told the window and a name for the page. Several windows are looked at at a time.</param>
public sealed class Tour(Site site, Func<Cookie[], Task<IPage>> open, Func<IPage, string, Task> stopAsync)
{
    // Files, and addresses that only lead on.
    private static readonly string[] WithoutLooks =
    [
        "/transcript.csv", "/transcript.pdf", "/claimed/{claimId}/{certificateId}/certificate.pdf",
        "/claimed/{claimId}/{certificateId}/board-evidence/{board}",
        "/provider", "/claim/preview", "/claim/confirm", "/claim/name", "/claim/name/save", "/sign-in/sso/at/{institutionId}",
    ];

    private readonly ConcurrentDictionary<string, bool> _seen = [];

    /// <summary>Walks, and answers the pages that the node has mapped and the walker did not come by.</summary>
    public async Task<IReadOnlyList<string>> WalkAsync()
    {
        await Task.WhenAll(WalkLearnerAsync(), WalkPublicAsync(), WalkAccountAsync());
        await WalkStaffAsync();
        return [.. Unseen()];
    }

    private IEnumerable<string> Unseen() => site.Application.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageMetadata>() is not null && endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Contains("GET"))
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
        .Except(WithoutLooks)
        .Where(pattern => !_seen.Keys.Any(path => Regex.IsMatch(path, $"^{Regex.Replace(pattern, @"\{[^}]*\}", "[^/]+")}$")));

    /// <summary>Whatever is left are pages of operators and providers: each looks at those that are theirs.</summary>
    private async Task WalkStaffAsync()
    {
        await GiveFeedbackAsync();
        var issued = await site.Operator.SendAsync(HttpMethod.Post, "/v1/api-keys", new { role = "provider", subject = Learner.ProviderId, name = "Lakeside systems" });
        var page = await SignInWithKeyAsync(Site.OperatorKey, "operator-home");
        await LookAtUnseenAsync(page, (string)issued["id"]!);
        await GoAsync(page, "/operations/keys", look: false);
        await page.Locator("#role").SelectOptionAsync("operator");
        await page.Locator("#name").FillAsync("Night shift");
        await PressAsync(page, "Issue the key", "operations-key-issued");
        await GoAsync(page, $"/courses/{Learner.Courses[0].Id}/edit", look: false);
        await page.Locator("#title").FillAsync("");
        await page.Locator("#topics-0-credits-0").FillAsync("much");
        await PressAsync(page, "Store the course", "course-wrong");
        await LookAtUnseenAsync(await SignInWithKeyAsync((string)issued["key"]!, "provider-home"), (string)issued["id"]!);
    }

    private async Task<IPage> SignInWithKeyAsync(string key, string name)
    {
        var page = await open([]);
        await GoAsync(page, "/sign-in/key", look: false);
        await page.Locator("#api-key").FillAsync(key);
        await PressAsync(page, "Sign in", name);
        return page;
    }

    /// <summary>Whatever is not this viewer's answers that there is nothing, and is left to others.</summary>
    private async Task LookAtUnseenAsync(IPage page, string keyId)
    {
        foreach (var pattern in Unseen().ToArray())
        {
            var path = pattern
                .Replace("{courseId}", Learner.Courses[0].Id, StringComparison.Ordinal)
                .Replace("{providerId}", Learner.ProviderId, StringComparison.Ordinal)
                .Replace("{keyId}", keyId, StringComparison.Ordinal);
            if ((await page.GotoAsync(path))!.Ok)
            {
                // Where a page only leads on, it is behind that.
                _seen.TryAdd(path, true);
                await StopAsync(page, NameOf(path));
            }
        }
    }

    private async Task GiveFeedbackAsync()
    {
        var learner = await Learner.CreateAsync(site);
        var claimId = (string)(await learner.ClaimAllAsync("ACEP_1"))["claimId"]!;
        await site.Operator.SendAsync(HttpMethod.Post, $"/v1/learners/{learner.Id}/claims/{claimId}/evaluation", new
        {
            answers = new[] { new { questionId = "met-objectives", value = "5" }, new { questionId = "free-of-bias", value = "4" } },
            comment = "Well paced.\nMore cases, please.",
        });
    }

    private async Task WalkLearnerAsync()
    {
        var learner = await Learner.CreateAsync(site);
        var claim = await learner.ClaimAllAsync("ACEP_1");
        var claimId = (string)claim["claimId"]!;
        var licenceId = await learner.AddLicencesAsync();
        var page = await open([learner.SessionCookie]);
        string[] paths =
        [
            "/", "/licences", "/licences/add", $"/licences/{licenceId}", $"/licences/{licenceId}/change", "/claim?select=all", "/claimed", $"/claimed/{claimId}", $"/claimed/{claimId}/evaluation", $"/claimed/{claimId}/success",
            "/transcript", "/transcript?by=course", "/profile", "/profile/keys", "/membership", "/membership/paid?session=cs_none", "/support",
            "/account", "/account/password", "/account/passkeys", "/sign-out", $"/verify/{(string)claim["certificates"]![0]!["code"]!}",
        ];
        foreach (var path in paths)
        {
            await GoAsync(page, path);
        }

        await MakePasskeyAsync(page);
        await GoAsync(page, "/licences/add", look: false);
        await page.Locator("#requirementId").SelectOptionAsync("us-pa-md");
        await PressAsync(page, "Save", "licence-wrong");
        await GoAsync(page, "/profile/keys", look: false);
        await page.Locator("#name").FillAsync("Hospital sync");
        await PressAsync(page, "Make a key", "key-unconfirmed");
        await page.Locator("#password").FillAsync(Learner.Password);
        await PressAsync(page, "Make a key", "key-made");
        await GoAsync(page, "/claim?select=all", look: false);
        await PressAsync(page, "Claim ", "preview");
        await GoAsync(page, "/support", look: false);
        await page.Locator("#message").FillAsync("Where is my certificate?");
        await page.Locator("#email").FillAsync("ada@example.org");
        await page.Locator("#topic").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PressAsync(page, "Send request", "support-sent");
        await GoAsync(page, "/nothing", look: false);
        await StopAsync(page, "not-found");
        await WaitForPaperAsync(learner, page);
        await GoAsync(page, $"/licences/{licenceId}", look: false);
        await StopAsync(page, "licence-counted");
        await GoAsync(page, "/", look: false);
        await StopAsync(page, "dashboard-counted");
    }

    private async Task MakePasskeyAsync(IPage page)
    {
        await Passkeys.AddDeviceAsync(page);
        await GoAsync(page, Passkeys.Path, look: false);
        await Passkeys.MakeAsync(page, "Phone");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Phone" }).WaitForAsync();
        await StopAsync(page, "passkey-made");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Remove a passkey" }).WaitForAsync();
        await StopAsync(page, "passkey-remove");
    }

    /// <summary>The page that is shown while a claim's paper is made: nothing is rendered while the walker holds the gate.</summary>
    private async Task WaitForPaperAsync(Learner learner, IPage page)
    {
        var claimId = (string)(await learner.ClaimAllAsync("AMA_PRA_1"))["claimId"]!;
        using var hold = new ManualResetEventSlim();
        var held = site.Application.Services.GetRequiredService<RenderingGate>().RunAsync(() =>
        {
            hold.Wait();
            return [];
        });
        try
        {
            // It loads again by itself, which the walker would not have under the eyes.
            await page.RouteAsync("**/certificates.pdf", async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(header => header.Key != "refresh") });
            });
            await GoAsync(page, $"/claimed/{claimId}/certificates.pdf", look: false);
        }
        finally
        {
            hold.Set();
            await held;
        }

        await StopAsync(page, "rendering");
    }

    private async Task WalkPublicAsync()
    {
        var page = await open([]);
        string[] paths = ["/sign-in", "/sign-in/key", "/register", "/register/sent", "/forgot-password", "/forgot-password/sent", "/support", "/verify", "/problems/not-found"];
        foreach (var path in paths)
        {
            await GoAsync(page, path);
        }

        foreach (var path in (string[])["/verify/00000-00000-00000-00000-000000", "/sign-in?ended=yes", "/support?ended=yes", "/reset-password?token=none", "/confirm-email?token=none", "/invitation?token=none", "/sign-in/sso/callback"])
        {
            await page.GotoAsync(path);
            await StopAsync(page, NameOf(path) + "-refused");
        }
    }

    private async Task WalkAccountAsync()
    {
        var page = await open([]);
        var email = $"{Guid.NewGuid():N}@example.org";
        await GoAsync(page, "/register", look: false);
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#new-password").FillAsync(Learner.Password);
        await PressAsync(page, "Create", "registered");
        await SignInAsync(page, email);
        await StopAsync(page, "welcome");
        await WalkInvitationAsync(page);
        await WalkAuthenticatorAsync(page, email);
        await GoAsync(page, "/forgot-password", look: false);
        await page.Locator("#email").FillAsync(email);
        await PressAsync(page, "Send", "forgot-password-asked");
        await GoAsync(page, await site.LinkToAsync(email, "/reset-password"));
    }

    private async Task WalkInvitationAsync(IPage page)
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var invitation = await site.Operator.SendAsync(HttpMethod.Post, $"/v1/learners/{learner.Id}/invitations", new JsonObject());
        var path = new Uri((string)invitation["link"]!).PathAndQuery;
        await GoAsync(await open([]), path);
        await GoAsync(page, path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect my account" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    private async Task WalkAuthenticatorAsync(IPage page, string email)
    {
        await GoAsync(page, "/account/authenticator");
        await PressAsync(page, "Make a key", "authenticator-key");
        var key = (await page.Locator("#authenticator-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.Locator("#code").FillAsync(TimeCode.CodeAt(key, TimeProvider.System.GetUtcNow()));
        await page.Locator("#password").FillAsync(Learner.Password);
        await PressAsync(page, "Turn it on", "recovery-codes");
        await GoAsync(page, "/account/authenticator");
        await GoAsync(page, "/sign-out", look: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await SignInAsync(page, email);
        await StopAsync(page, "second-step");
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(Learner.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/sign-in");
    }

    private async Task PressAsync(IPage page, string button, string name)
    {
        // The page that answers is known by lacking the mark of this one.
        await page.EvaluateAsync("() => document.body.setAttribute('data-left', '')");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{button}") }).First.ClickAsync();
        await page.Locator("body:not([data-left])").WaitForAsync();
        await StopAsync(page, name);
    }

    private async Task GoAsync(IPage page, string path, bool look = true)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Status is 200 or 202 || !look, $"{path} answers {answer.Status}.");
        if (look)
        {
            await StopAsync(page, NameOf(path));
        }
    }

    private Task StopAsync(IPage page, string name)
    {
        _seen.TryAdd(new Uri(page.Url).AbsolutePath, true);
        return stopAsync(page, name);
    }

    private static string NameOf(string path) => path.Split('?')[0].Trim('/').Replace('/', '_');
}
