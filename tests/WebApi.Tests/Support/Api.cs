using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>Calls the API as one caller.</summary>
public sealed class Api(Uri address, string key)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Gets a paper, and waits while it is being made.</summary>
    public async Task<Reply> GetRenderedAsync(string path)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var reply = await GetAsync(path);
            if (reply.Status != 202)
            {
                return reply.Require(200);
            }

            Assert.Equal("1", reply.Header("Retry-After"));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The document was not rendered in 10 s.");
    }

    public Task<Reply> PutAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, JsonSerializer.Serialize(body), headers);

    public Task<Reply> PostAsync(string path, object body, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(body), idempotencyKey is null ? [] : [("Idempotency-Key", idempotencyKey)]);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<Reply> SendAsync(
        HttpMethod method, string path, string? body, (string Name, string Value)[]? headers = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        if (key.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", key.Contains(' ', StringComparison.Ordinal) ? key : $"Bearer {key}");
        }

        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType.Length > 0)
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            }
        }

        using var response = await Client.SendAsync(request);
        return new(
            (int)response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync());
    }
}
