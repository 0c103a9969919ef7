using CmeOrleans.Grains.Interfaces.Billing;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Payments;

/// <summary>Where Stripe tells of payments. No operation of the API: what is sent is Stripe's, and its signature says who sends it.</summary>
internal static class StripeWebhook
{
    private const string SignatureHeader = "Stripe-Signature";
    private const int PayloadBytesMax = 256 * 1024;

    public static void MapStripeWebhook(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/webhooks/stripe", AcceptAsync).AllowAnonymous().ExcludeFromDescription();

    // Answers 200 to what is genuine, whatever it is, so that it is not sent again; a fault answers 503, so that it is.
    private static async Task<IResult> AcceptAsync(HttpContext context, IGrainFactory grains)
    {
        if (await ReadAsync(context.Request) is not { } payload)
        {
            return new ProblemAnswer(new(ProblemTypes.BodyTooLarge, ProblemTypes.BodyTooLarge.Explanation));
        }

        var outcome = await grains.GetGrain<IBillingGrain>(IBillingGrain.Key).AcceptNoticeAsync(new()
        {
            Payload = payload,
            Signature = context.Request.Headers[SignatureHeader].ToString(),
        });
        return outcome switch
        {
            PaymentNoticeOutcome.Granted or PaymentNoticeOutcome.Repeated or PaymentNoticeOutcome.Ignored => TypedResults.Ok(),
            PaymentNoticeOutcome.Refused => new ProblemAnswer(Problem.InvalidRequest($"#{SignatureHeader}", "bad-signature", "The signature is missing, too old or not ours.")),
            PaymentNoticeOutcome.NotSold => new ProblemAnswer(Problem.NotFound),
            _ => throw new NotSupportedException($"Outcome {outcome} has no HTTP answer."),
        };
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > PayloadBytesMax)
        {
            return null;
        }

        using var payload = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (payload.Length + count > PayloadBytesMax)
            {
                return null;
            }

            payload.Write(buffer, 0, count);
        }

        return payload.ToArray();
    }
}
