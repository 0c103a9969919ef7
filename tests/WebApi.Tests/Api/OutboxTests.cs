using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CmeOrleans.WebApi.Tests.Api;

public sealed class OutboxTests(TestNode node)
{
    private const int LooksMax = 200;

    /// <summary>The whole way in a real node: taken in, delivered in the background into the folder of the data folder, counted.</summary>
    [Fact]
    public async Task A_mail_that_is_posted_leaves_the_node()
    {
        var key = $"test/{Guid.NewGuid():N}";
        var before = (await node.As().GetAsync("/v1/outbox")).Require(200).Number("delivered");

        await node.Application.Services.GetRequiredService<IGrainFactory>().GetGrain<IPostOfficeGrain>(IPostOfficeGrain.Key).PostAsync(
            new() { Key = key, ToAddress = "ana@example.org", Subject = key, Body = "Hello." });

        Assert.True(await EventuallyAsync(() => node.Mails().Any(mail => mail.Contains($"Subject: {key}", StringComparison.Ordinal))));
        Assert.True(await EventuallyAsync(async () => (await node.As().GetAsync("/v1/outbox")).Number("delivered") > before));
    }

    private static Task<bool> EventuallyAsync(Func<bool> condition) => EventuallyAsync(() => Task.FromResult(condition()));

    private static async Task<bool> EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var look = 0; look < LooksMax; look++)
        {
            if (await condition())
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }

        return false;
    }
}
