using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Signs in by what the Authorization header bears: an API key, or a token of the configured issuer.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ApiKeyDirectory keys,
    JwtIssuer issuer,
    FailedGuesses guesses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    // Every JSON Web Token begins like this: its header is an object, and this is {" in base64url.
    private const string JwtStart = "eyJ";

    private static readonly AuthenticateResult NotValid = AuthenticateResult.Fail("What was borne is not valid.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Read(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        var isJwt = issuer.IsOn && token.StartsWith(JwtStart, StringComparison.Ordinal);
        return (isJwt ? await FindByJwtAsync(token) : await keys.FindAsync(token)) is { } principal
            ? AuthenticateResult.Success(new(principal, Scheme.Name))
            : NotValid;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => BearerChallenge.AnswerAsync(Context, guesses);

    private async Task<ClaimsPrincipal?> FindByJwtAsync(string token) =>
        await issuer.FindAsync(token, Context.RequestAborted) is { } caller ? new(new CallerIdentity(caller, AuthSchemes.Jwt)) : null;
}
