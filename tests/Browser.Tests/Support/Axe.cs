using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>The rules of accessibility, WCAG 2.2 AA, asked of a page as it stands.</summary>
/// <remarks>
/// In the page itself, and without the lists of what is in order: the package's own way opens a second page for each run and
/// carries every element there and back, which takes ten times as long and finds the same. Our pages have no frames to join.
/// </remarks>
internal static class Axe
{
    private const string Ask =
        """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
          const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
          if (found.passes.length === 0) {
            throw new Error("No rule was tried.");
          }

          return JSON.stringify(found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Brings the rules into a page, once for each page that was loaded. By its debugger, as its content policy lets nobody else in.</summary>
    public static Task LoadAsync(IPage page) => page.EvaluateAsync(Script);

    /// <summary>The rules that are broken, each with the first element that breaks it.</summary>
    public static async Task<string[]> FindBrokenAsync(IPage page) =>
        JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Ask)) ?? throw new InvalidOperationException("The rules gave no answer.");
}
