using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>Certificates as a browser gets them, which asks again while they are made: other tests may keep the press busy.</summary>
internal static class Paper
{
    // The node waits two seconds for a paper before it says that it is being made.
    private const int AttemptsMax = 15;

    public static async Task<IAPIResponse> GetAsync(IPage page, string path)
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var answer = await page.Context.APIRequest.GetAsync(path);
            if (answer.Status != 202)
            {
                return answer;
            }
        }

        throw new TimeoutException($"{path} is still being made.");
    }
}
