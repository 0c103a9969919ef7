using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>Stands in for Stripe on the loopback: opens checkouts, keeps what it was asked, and signs events.</summary>
public sealed class StripeDouble : IAsyncDisposable
{
    public const string SecretKey = "sk_test_of_the_tests";
    public const string WebhookSecret = "whsec_of_the_tests";
    public const string CheckoutOrigin = "https://checkout.example.test";

    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, (string Fields, string SessionId)> _byKey = new();

    private StripeDouble(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First());

    /// <summary>The fields of each checkout, by its id.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Checkouts { get; } = new();

    public static async Task<StripeDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var stripe = new StripeDouble(application);
        application.MapPost("/v1/checkout/sessions", stripe.OpenAsync);
        await application.StartAsync();
        return stripe;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>What Stripe sends when a checkout is complete.</summary>
    public string EventOf(string sessionId, string eventId, string status = "paid", long? amount = null) => JsonSerializer.Serialize(new
    {
        id = eventId,
        @object = "event",
        type = "checkout.session.completed",
        data = new
        {
            @object = new
            {
                id = sessionId,
                payment_status = status,
                amount_total = amount ?? long.Parse(Checkouts[sessionId]["line_items[0][price_data][unit_amount]"], CultureInfo.InvariantCulture),
                currency = Checkouts[sessionId]["line_items[0][price_data][currency]"],
                metadata = Checkouts[sessionId].Where(field => field.Key.StartsWith("metadata[", StringComparison.Ordinal))
                    .ToDictionary(field => field.Key["metadata[".Length..^1], field => field.Value),
            },
        },
    });

    public static string Sign(string payload, string secret = WebhookSecret, TimeSpan age = default)
    {
        var time = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds();
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{payload}"));
        return $"t={time},v1={Convert.ToHexStringLower(signature)}";
    }

    private async Task OpenAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {SecretKey}")
        {
            context.Response.StatusCode = 401;
            return;
        }

        var form = await context.Request.ReadFormAsync();
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        var text = string.Join('\n', fields.OrderBy(field => field.Key, StringComparer.Ordinal));
        var kept = _byKey.GetOrAdd(context.Request.Headers["Idempotency-Key"].ToString(), _ => (text, $"cs_test_{Guid.NewGuid():N}"));
        if (kept.Fields != text)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = new { type = "idempotency_error" } });
            return;
        }

        Checkouts[kept.SessionId] = fields;
        await context.Response.WriteAsJsonAsync(new { id = kept.SessionId, url = $"{CheckoutOrigin}/c/pay/{kept.SessionId}" });
    }
}
