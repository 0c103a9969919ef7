using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Signs in by a token of the configured issuer.</summary>
internal sealed class JwtHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    JwtIssuer issuer,
    FailedGuesses guesses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string NotValid = "The token is not valid.";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Read(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await issuer.FindAsync(token, Context.RequestAborted) is { } caller
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new CallerIdentity(caller, Scheme.Name)), Scheme.Name))
            : AuthenticateResult.Fail(NotValid);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => BearerChallenge.AnswerAsync(Context, guesses);
}
