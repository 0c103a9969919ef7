using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>What the first visit costs: bytes, requests and time, on the page that holds most.</summary>
[Collection(nameof(Alone))]
public sealed class WeightTests(Site site)
{
    private const int CreditsCount = 200;
    private const double BytesMax = 60 * 1024;
    private const int RequestsMax = 6;
    private const double PaintMillisecondsMax = 400;
    private const int VisitsCount = 5;

    [Fact]
    public async Task First_visit_with_200_credits_is_light_and_quick()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        await Learner.EnsureCourseAsync(site, "library", "The Library of Everything", Enumerable.Range(1, CreditsCount).Select(number => $"Lesson {number} on what every clinician should know"), ["AMA_PRA_1"], 0.75);
        await learner.EarnAsync(Enumerable.Range(0, CreditsCount).Select(number => ("library", $"t{number}")));
        var paints = new List<double>();
        for (var visit = 0; visit < VisitsCount; visit++)
        {
            var (bytes, requests, answer, paint) = await VisitAsync(learner);
            paints.Add(paint);

            TestContext.Current.TestOutputHelper?.WriteLine($"{bytes / 1024:0.0} KiB, {requests} requests, answer after {answer:0} ms, first paint after {paint:0} ms");
            Assert.True(bytes <= BytesMax, $"The page weighs {bytes} bytes.");
            Assert.True(requests <= RequestsMax, $"The page takes {requests} requests.");
        }

        // The best of several: the machine that tests run on has other work, and what is promised is the page's own time.
        Assert.True(paints.Min() <= PaintMillisecondsMax, $"The first paint came after {string.Join(", ", paints)} ms.");
    }

    private static async Task<(double Bytes, int Requests, double AnswerMilliseconds, double PaintMilliseconds)> VisitAsync(Learner learner)
    {
        var page = await learner.OpenAsync();
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var (bytes, requests) = (0d, 0);
        network.Event("Network.loadingFinished").OnEvent += (_, message) =>
        {
            bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };
        await page.GotoAsync("/claim", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(CreditsCount, await page.Locator(".claim-row").CountAsync());
        var paint = await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        var answer = await page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].responseStart");
        await page.Context.CloseAsync();
        return (bytes, requests, answer, paint);
    }
}
