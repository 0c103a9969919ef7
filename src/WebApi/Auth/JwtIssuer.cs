using CmeOrleans.WebApi.Problems;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Checks tokens against the configured issuer, whose keys are fetched and kept.</summary>
internal sealed class JwtIssuer
{
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256,
    ];

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    private const int RetryAfterSeconds = 5;

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _discovery;
    private readonly JwtOptions _options;
    private readonly TimeProvider _time;

    public JwtIssuer(IOptions<JwtOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _discovery = new(
            $"{_options.Authority?.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = _options.RequireHttps });
    }

    public bool IsOn => _options.IsOn;

    /// <summary>Who shows this token, or nobody.</summary>
    /// <exception cref="ProblemException">The issuer's keys are not known and cannot be fetched: nobody is let in.</exception>
    public async Task<Caller?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var result = await _tokens.ValidateTokenAsync(token, RulesOf(await DiscoverAsync(cancellationToken)));
        if (!result.IsValid)
        {
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // The issuer may have new keys. How often they are fetched is bounded by the discovery itself.
                _discovery.RequestRefresh();
            }

            return null;
        }

        var identity = result.ClaimsIdentity;
        return Caller.Create(
            identity.FindFirst(_options.RoleClaim)?.Value,
            identity.FindFirst(_options.SubjectClaim)?.Value,
            identity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value ?? "",
            keyId: null);
    }

    private async Task<OpenIdConnectConfiguration> DiscoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _discovery.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(new(ProblemTypes.Unavailable, "The issuer of tokens does not answer.") { RetryAfterSeconds = RetryAfterSeconds });
        }
    }

    private TokenValidationParameters RulesOf(OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = configuration.Issuer,
        ValidAudience = _options.Audience,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = Algorithms,
        LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires),
    };

    private bool IsInTime(DateTime? notBefore, DateTime? expires)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockTolerance && (notBefore is not { } begin || now > begin - ClockTolerance);
    }
}
