using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>An institution's identity provider on the loopback. Its tokens are what a test makes of them.</summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "cme";
    public const string ClientSecret = "secret of the tests";
    public const string LearnerIdClaim = "learner";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string Token)> _codes = new();
    private readonly WebApplication _application;

    private IdentityProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        Key = new(_rsa) { KeyId = "k1" };
        _application.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, string>
        {
            ["issuer"] = Address,
            ["jwks_uri"] = $"{Address}/jwks",
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
        }));
        _application.MapGet("/jwks", () =>
        {
            var parameters = _rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", kid = "k1", alg = "RS256", use = "sig", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) } } });
        });
        _application.MapPost("/token", (Func<HttpRequest, Task<IResult>>)ExchangeAsync);
    }

    public string Address => _application.Urls.First();

    public RsaSecurityKey Key { get; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        await provider._application.StartAsync();
        return provider;
    }

    /// <summary>A token of a person, with what the test changes about it.</summary>
    public string TokenOf(string subject, string nonce, Action<SecurityTokenDescriptor>? change = null, params (string Name, string Value)[] claims)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            Subject = new ClaimsIdentity([new("sub", subject), new("nonce", nonce), .. claims.Select(claim => new Claim(claim.Name, claim.Value))]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <summary>A code that is good for the token, once and for whoever knows the verifier behind the challenge.</summary>
    public string CodeFor(string challenge, string token)
    {
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (challenge, token);
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _rsa.Dispose();
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(ClientSecret)}"));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return request.Headers.Authorization == $"Basic {credentials}"
            && form["grant_type"] == "authorization_code"
            && _codes.TryRemove(form["code"].ToString(), out var issued)
            && issued.Challenge == challenge
            ? Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = issued.Token })
            : Results.BadRequest(new { error = "invalid_grant" });
    }
}
