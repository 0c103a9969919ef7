using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CmeOrleans.Grains.Interfaces.Billing;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Billing;

/// <summary>Memberships paid on pages of Stripe: one payment for one year, told of by a signed event.</summary>
internal sealed partial class StripeBilling(
    HttpClient http, StripeAccount account, MembershipOffer offer, Uri returnBaseUrl, TimeProvider time, ILogger<StripeBilling> logger) : IBillingGateway
{
    private const string ProductName = "Premium membership, one year";

    // Stripe puts the session's id here; the braces must not be escaped twice.
    private const string SessionPlaceholder = "{CHECKOUT_SESSION_ID}";

    public MembershipOffer? Offer => offer;

    public async Task<MembershipCheckout?> BeginAsync(CheckoutOrder order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(account.ApiUrl, "/v1/checkout/sessions"))
        {
            Content = new FormUrlEncodedContent(FieldsOf(order)),
        };
        request.Headers.Authorization = new("Bearer", account.SecretKey);
        request.Headers.Add("Idempotency-Key", KeyOf(order));
        try
        {
            using var response = await http.SendAsync(request);
            if (response.StatusCode is HttpStatusCode.BadRequest && await IsKeyReusedAsync(response))
            {
                return null;
            }

            if (!response.IsSuccessStatusCode)
            {
                LogRefused((int)response.StatusCode);
                throw new BillingUnavailableException($"Stripe answered {(int)response.StatusCode}.");
            }

            return Checked(await response.Content.ReadFromJsonAsync<StripeSession>());
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            throw new BillingUnavailableException($"Stripe did not answer as agreed ({exception.GetType().Name}).", exception);
        }
    }

    public BillingNotice Read(PaymentNotice notice)
    {
        if (!StripeSignature.IsGenuine(notice.Payload.Span, notice.Signature, account.WebhookSecret, time.GetUtcNow()))
        {
            return BillingNotice.Forged;
        }

        return ParseEvent(notice.Payload.Span) is { Type: StripeEvent.CheckoutCompleted, Id: { } eventId, Data.Session: { Id: { } sessionId } session }
            && StripeMetadata.Read(session.Metadata) is { } bought
                ? Judge(eventId, sessionId, session, bought)
                : BillingNotice.Unrelated;
    }

    private BillingNotice Judge(string eventId, string sessionId, StripeSession session, StripeMetadata bought)
    {
        if (session.PaymentStatus != StripeSession.Paid)
        {
            // Ways to pay that take days tell of it by another event, which is not taken here: Checkout offers cards only.
            LogNotPaid(sessionId);
            return BillingNotice.Unrelated;
        }

        if (session.AmountTotal != bought.PriceHundredths || session.Currency != bought.Currency)
        {
            LogOtherAmount(sessionId);
            return BillingNotice.Unrelated;
        }

        return BillingNotice.Paid(bought.LearnerId, new() { PaymentId = sessionId, EventId = eventId });
    }

    private static StripeEvent? ParseEvent(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize<StripeEvent>(payload);
        }
        catch (JsonException)
        {
            // Signed, and of a form that is not the one of the events waited for.
            return null;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> FieldsOf(CheckoutOrder order)
    {
        var price = offer.PriceHundredths.ToString(CultureInfo.InvariantCulture);
        yield return new("mode", "payment");
        yield return new("payment_method_types[0]", "card");
        yield return new("line_items[0][quantity]", "1");
        yield return new("line_items[0][price_data][currency]", offer.Currency);
        yield return new("line_items[0][price_data][unit_amount]", price);
        yield return new("line_items[0][price_data][product_data][name]", ProductName);
        yield return new("client_reference_id", order.LearnerId);
        yield return new("success_url", new Uri(returnBaseUrl, "/membership/paid").AbsoluteUri + "?session=" + SessionPlaceholder);
        yield return new("cancel_url", new Uri(returnBaseUrl, "/membership").AbsoluteUri);
        foreach (var (name, value) in new StripeMetadata(order.LearnerId, offer.PriceHundredths, offer.Currency).ToFields())
        {
            yield return new($"metadata[{name}]", value);
        }
    }

    // Another learner's key is another one, and no key says anything about whoever chose it.
    private static string KeyOf(CheckoutOrder order) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{order.LearnerId}/{order.Key}")));

    private static async Task<bool> IsKeyReusedAsync(HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return body.RootElement.TryGetProperty("error", out var error)
            && error.TryGetProperty("type", out var type)
            && type.GetString() == "idempotency_error";
    }

    // Browsers are sent to this address, so it is one of the pages that were configured and no other.
    private MembershipCheckout Checked(StripeSession? session) =>
        session is { Id: { Length: > 0 } id, Url: { } url }
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.GetLeftPart(UriPartial.Authority) == offer.CheckoutOrigin
            ? new() { CheckoutId = id, Url = address.AbsoluteUri }
            : throw new BillingUnavailableException("Stripe answered with a page that is not one of its own.");

    [LoggerMessage(LogLevel.Error, "Stripe refused to open a checkout with status {Status}.")]
    private partial void LogRefused(int status);

    [LoggerMessage(LogLevel.Warning, "Checkout {SessionId} is complete and not paid; no membership is granted.")]
    private partial void LogNotPaid(string sessionId);

    [LoggerMessage(LogLevel.Error, "Checkout {SessionId} was paid with another amount than was asked; no membership is granted.")]
    private partial void LogOtherAmount(string sessionId);
}
