using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CmeOrleans.WebApi.Accounts.Sso;

/// <summary>One identity provider: authorization code with PKCE (OpenID Connect Core 1.0, RFC 7636).</summary>
internal sealed partial class SsoProvider
{
    private const int RandomBytes = 32;
    private const int SubjectLengthMax = 255;
    private const int NameLengthMax = 254;
    private const int RetryAfterSeconds = 5;

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256,
    ];

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _discovery;
    private readonly string _institutionId;
    private readonly SsoInstitution _institution;
    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public SsoProvider(string institutionId, SsoInstitution institution, HttpClient client, TimeProvider time, ILogger logger)
    {
        (_institutionId, _institution, _client, _time, _logger) = (institutionId, institution, client, time, logger);
        _discovery = new(
            $"{institution.Authority.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(client) { RequireHttps = institution.RequireHttps });
    }

    public string Name => _institution.Name ?? _institutionId;

    /// <summary>Begins a sign-in: what to remember of it, and where to send the browser.</summary>
    /// <exception cref="ProblemException">The provider does not answer.</exception>
    public async Task<(SsoFlow Flow, string Address)> BeginAsync(string redirectUri, string returnTo, CancellationToken cancellationToken)
    {
        var configuration = await DiscoverAsync(cancellationToken);
        var flow = new SsoFlow(_institutionId, NewRandom(), NewRandom(), NewRandom(), returnTo);
        return (flow, QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = _institution.ClientId,
            ["redirect_uri"] = redirectUri,
            ["scope"] = "openid email",
            ["state"] = flow.State,
            ["nonce"] = flow.Nonce,
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(flow.Verifier))),
            ["code_challenge_method"] = "S256",
        }));
    }

    /// <summary>Exchanges the code and checks the token; none if anything about it is not right.</summary>
    /// <param name="issuer">Who answers, where the answer says so (RFC 9207).</param>
    /// <exception cref="ProblemException">The provider does not answer.</exception>
    public async Task<SsoPerson?> FinishAsync(SsoFlow flow, string code, string? issuer, string redirectUri, CancellationToken cancellationToken)
    {
        var configuration = await DiscoverAsync(cancellationToken);
        if (issuer is not null && issuer != configuration.Issuer)
        {
            LogRefused(_institutionId, "issuer");
            return null;
        }

        if (await ExchangeAsync(configuration, flow, code, redirectUri, cancellationToken) is not { Length: > 0 } token)
        {
            LogRefused(_institutionId, "code");
            return null;
        }

        var result = await _tokens.ValidateTokenAsync(token, RulesOf(configuration));
        if (!result.IsValid)
        {
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // The provider may have new keys. How often they are fetched is bounded by the discovery itself.
                _discovery.RequestRefresh();
            }

            LogRefused(_institutionId, result.Exception.GetType().Name);
            return null;
        }

        return ReadPerson((JsonWebToken)result.SecurityToken, flow);
    }

    private SsoPerson? ReadPerson(JsonWebToken token, SsoFlow flow)
    {
        var isOurs = token.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Nonce, out var nonce)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(flow.Nonce))
            && (!token.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Azp, out var party) || party == _institution.ClientId)
            && token.Subject is { Length: > 0 and <= SubjectLengthMax };
        if (!isOurs)
        {
            LogRefused(_institutionId, "nonce, party or subject");
            return null;
        }

        var name = token.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Email, out var email) && email.Length <= NameLengthMax ? email : Name;
        var learnerId = _institution.LearnerIdClaim is { } claim && token.TryGetPayloadValue<string>(claim, out var value) && Ids.IsValid(value) ? value : null;
        return new(_institutionId, token.Subject, name, learnerId);
    }

    private async Task<string?> ExchangeAsync(
        OpenIdConnectConfiguration configuration, SsoFlow flow, string code, string redirectUri, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        var credentials = $"{Uri.EscapeDataString(_institution.ClientId)}:{Uri.EscapeDataString(_institution.ClientSecret)}";
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["code_verifier"] = flow.Verifier,
        });
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), SsoJson.Default.SsoTokens)?.IdToken
                : null;
        }
        catch (JsonException)
        {
            // A success that is no answer is refused like a refusal.
            return null;
        }
        catch (Exception exception) when (IsSilence(exception, cancellationToken))
        {
            throw Silent();
        }
    }

    private async Task<OpenIdConnectConfiguration> DiscoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _discovery.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException || IsSilence(exception, cancellationToken))
        {
            throw Silent();
        }
    }

    private TokenValidationParameters RulesOf(OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = configuration.Issuer,
        ValidAudience = _institution.ClientId,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = Algorithms,
        LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires),
    };

    private bool IsInTime(DateTime? notBefore, DateTime? expires)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockTolerance && (notBefore is not { } begin || now > begin - ClockTolerance);
    }

    private static bool IsSilence(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static ProblemException Silent() =>
        new(new(ProblemTypes.Unavailable, "The institution's sign-in does not answer.") { RetryAfterSeconds = RetryAfterSeconds });

    private static string NewRandom() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(RandomBytes));

    [LoggerMessage(LogLevel.Warning, "A sign-in at institution {InstitutionId} is refused: {Reason}.")]
    private partial void LogRefused(string institutionId, string reason);
}
