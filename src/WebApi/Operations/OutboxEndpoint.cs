using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Operations;

/// <summary>Whether mail leaves.</summary>
internal static class OutboxEndpoint
{
    public static void MapOutbox(this IEndpointRouteBuilder api) => api.MapGet("/outbox", GetAsync)
        .WithTags("Operations")
        .Requires(Access.Operate)
        .Describe("GetOutbox", "Says how outgoing mail stands.", "Delivered and given up count the last 24 hours. A mail is given up when it is refused for good, or not delivered for about a day.")
        .ShowsAnswer("""{ "waiting": 2, "oldestWaitingSince": "2026-03-09T09:20:00Z", "delivered": 40, "givenUp": 0 }""");

    private static async Task<Ok<OutboxResponse>> GetAsync(IGrainFactory grains) => TypedResults.Ok(
        OutboxResponse.From(await grains.GetGrain<IPostOfficeGrain>(IPostOfficeGrain.Key).GetFiguresAsync()));
}

/// <summary>How outgoing mail stands.</summary>
internal sealed record OutboxResponse(long Waiting, DateTimeOffset? OldestWaitingSince, long Delivered, long GivenUp)
{
    public static OutboxResponse From(OutboxFigures figures) =>
        new(figures.WaitingCount, figures.OldestWaitingSince, figures.DeliveredCount, figures.GivenUpCount);
}
