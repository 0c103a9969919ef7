using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>Pictures of pages, for people to look at. They are taken only where a folder for them is named.</summary>
internal static class Looks
{
    private const string FolderVariable = "CME_LOOKS";

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = false });
        }
    }
}
