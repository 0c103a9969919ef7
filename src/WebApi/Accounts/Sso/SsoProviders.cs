using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Accounts.Sso;

/// <summary>The identity providers of the configuration.</summary>
internal sealed class SsoProviders : IDisposable
{
    private const int AnswerBytesMax = 256 * 1024;

    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    private readonly HttpClient _client;
    private readonly FrozenDictionary<string, SsoProvider> _providers;

    public SsoProviders(IOptions<SsoOptions> options, TimeProvider time, ILogger<SsoProvider> logger)
    {
        // A provider that redirects or answers without end is not followed.
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = AnswerTimeout,
            MaxResponseContentBufferSize = AnswerBytesMax,
        };
        _providers = options.Value.Institutions.ToFrozenDictionary(
            institution => institution.Key,
            institution => new SsoProvider(institution.Key, institution.Value, _client, time, logger),
            StringComparer.Ordinal);
    }

    /// <summary>What the sign-in page offers, in order of names: addresses and what people read.</summary>
    public IReadOnlyList<(string InstitutionId, string Name)> Offers =>
        [.. _providers.Select(provider => (provider.Key, provider.Value.Name)).OrderBy(offer => offer.Name, StringComparer.OrdinalIgnoreCase)];

    public SsoProvider? Find(string institutionId) => _providers.GetValueOrDefault(institutionId);

    public void Dispose() => _client.Dispose();
}
