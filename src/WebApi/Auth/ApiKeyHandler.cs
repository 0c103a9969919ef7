using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Signs in by API key.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ApiKeyDirectory keys,
    FailedGuesses guesses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string NotValid = "The key is not valid.";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Read(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await keys.FindAsync(token) is { } principal
            ? AuthenticateResult.Success(new(principal, Scheme.Name))
            : AuthenticateResult.Fail(NotValid);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => BearerChallenge.AnswerAsync(Context, guesses);
}
