using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>Passkeys as people make them, with the browser's own virtual authenticator as the device.</summary>
internal static class Passkeys
{
    public const string Path = "/account/passkeys";

    public static async Task MakeAsync(IPage page, string name, string password = Learner.Password)
    {
        await page.Locator("#name").FillAsync(name);
        await page.Locator("#password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
    }

    /// <summary>A device with a sensor that always knows its owner, and room for passkeys.</summary>
    public static async Task AddDeviceAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
