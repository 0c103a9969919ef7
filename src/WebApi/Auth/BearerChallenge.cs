using CmeOrleans.WebApi.Problems;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Answers who did not show valid credentials.</summary>
internal static class BearerChallenge
{
    private const int SlowedRetryAfterSeconds = 1;

    public static Task AnswerAsync(HttpContext context, FailedGuesses guesses)
    {
        if (BearerToken.Read(context.Request) is not { } token)
        {
            return UnauthorizedAsync(context, "Bearer realm=\"cme\"");
        }

        return guesses.IsTooMany(context.Connection.RemoteIpAddress, token)
            ? ProblemWriter.WriteAsync(context, new(ProblemTypes.RateLimited, "Too many different credentials failed from this address.") { RetryAfterSeconds = SlowedRetryAfterSeconds })
            : UnauthorizedAsync(context, "Bearer realm=\"cme\", error=\"invalid_token\"");
    }

    private static Task UnauthorizedAsync(HttpContext context, string challenge)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = challenge;
        return ProblemWriter.WriteAsync(context, new(ProblemTypes.Unauthorized, "No valid credentials came with the request."));
    }
}
