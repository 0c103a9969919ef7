using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>Windows of providers and operators, who sign in with a key.</summary>
public static class Staff
{
    /// <summary>A provider with a record, and its key.</summary>
    public static async Task<(string ProviderId, string Key)> CreateProviderAsync(Site site)
    {
        var id = $"provider-{Guid.NewGuid():N}";
        await site.Operator.SendAsync(HttpMethod.Put, $"/v1/providers/{id}", new
        {
            name = "Lakeside Pediatrics Institute",
            address = "12 Shore Drive, Madison, WI 53703",
            accreditationStatement = "Lakeside Pediatrics Institute is accredited to provide continuing medical education for physicians.",
            signatory = new { name = "Miriam Okafor, MD", title = "Director of Education" },
            timeZone = "America/Chicago",
        });
        return (id, await KeyAsync(site, "provider", id));
    }

    public static async Task<string> KeyAsync(Site site, string role, string? subject) =>
        (string)(await site.Operator.SendAsync(HttpMethod.Post, "/v1/api-keys", new { role, subject, name = "Lakeside systems" }))["key"]!;

    /// <summary>A window that is signed in with the key, on the first page.</summary>
    public static async Task<IPage> OpenAsync(Site site, string key, int width = 1280, bool withScript = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await site.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = withScript,
            ColorScheme = scheme,
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in/key");
        await page.GetByLabel("API key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        return page;
    }
}
