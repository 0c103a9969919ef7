using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Support;

/// <summary>Asking for help, and for operators what was asked. The form for everybody is the page <c>/support</c>.</summary>
internal static class SupportEndpoints
{
    private const string Tag = "Support";

    public static void MapSupport(this IEndpointRouteBuilder api)
    {
        api.MapPost("/support-requests", PostAsync)
            .WithTags(Tag)
            .Requires(Access.Anybody)
            .RequireRateLimiting(RateLimitPolicies.Support)
            .Describe("CreateSupportRequest", "Asks for help.", "The request gets a number and is answered by the end of the next business day: Monday to Friday, 8 AM to 5 PM Central Time, except on US federal holidays.")
            .TakesIdempotencyKey()
            .TakesBody<SupportRequestBody>(SupportExamples.Request)
            .ShowsAnswer(SupportExamples.Receipt);

        api.MapGet("/support-requests", ListAsync)
            .WithTags(Tag)
            .Requires(Access.Operate)
            .Describe("ListSupportRequests", "Lists requests for help, oldest first.", "To operators.")
            .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer($$"""{ "items": [{{SupportExamples.View}}] }""");

        api.MapGet("/support-requests/{requestNumber}", GetAsync)
            .WithTags(Tag)
            .Requires(Access.Operate)
            .Describe("GetSupportRequest", "Shows a request for help.", "To operators.")
            .ShowsAnswer(SupportExamples.View);
    }

    private static async Task<Results<CreatedAnswer<SupportReceiptResponse>, ProblemAnswer>> PostAsync(HttpContext context, IGrainFactory grains)
    {
        var key = IdempotencyKey.Require(context.Request);
        var request = (await JsonBody.ReadAsync<SupportRequestBody>(context)).ToRequest(Caller.Of(context), key);
        var answer = await DeskOf(grains).SubmitAsync(request);
        return CommandAnswers.IsStored(context, answer)
            ? CreatedAnswer.Of(null, SupportReceiptResponse.From(answer.Value!))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }

    private static async Task<Ok<SupportRequestsResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        var page = await DeskOf(grains).ListAsync(request.AfterNumber(), request.Limit);
        return TypedResults.Ok(new SupportRequestsResponse(
            [.. page.Items.Select(SupportRequestResponse.From)], request.Finish(page.NextAfterNumber is { } after ? $"{after}" : null)));
    }

    private static async Task<Results<Ok<SupportRequestResponse>, ProblemAnswer>> GetAsync(string requestNumber, IGrainFactory grains) =>
        await DeskOf(grains).GetAsync(requestNumber) is { } view
            ? TypedResults.Ok(SupportRequestResponse.From(view))
            : (ProblemAnswer)Problem.NotFound;

    private static ISupportDeskGrain DeskOf(IGrainFactory grains) => grains.GetGrain<ISupportDeskGrain>(ISupportDeskGrain.Key);
}
