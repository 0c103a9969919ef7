using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Problems;

/// <summary>The catalogue of problems: those of HTTP and form here, those of rules in <see cref="RefusalTypes"/>.</summary>
internal static class ProblemTypes
{
    public static readonly ProblemType InvalidRequest = new(
        "invalid-request", 400, "The request is not valid.",
        "The body, a parameter or a header is not of the form that the operation asks for. Each entry of errors points at one place. Unknown fields, fields given twice and unknown query parameters count as errors.");

    public static readonly ProblemType InvalidCursor = new(
        "invalid-cursor", 400, "The cursor is not valid here.",
        "A cursor belongs to the list, filters and order that it came from. Start again without one.");

    public static readonly ProblemType IdempotencyKeyMissing = new(
        "idempotency-key-missing", 400, "The Idempotency-Key header is missing.",
        "Every request that writes to a ledger carries a key of the client's choice, so that it can be repeated safely.");

    public static readonly ProblemType IdempotencyKeyInvalid = new(
        "idempotency-key-invalid", 400, "The Idempotency-Key header is not valid.",
        "A key has 1 to 255 visible ASCII characters and is given once.");

    public static readonly ProblemType Unauthorized = new(
        "unauthorized", 401, "Valid credentials are needed.",
        "Send an API key or a token of the configured issuer as Authorization: Bearer. It is missing, malformed, unknown, expired or revoked; which of these is not said.");

    public static readonly ProblemType NotFound = new(
        "not-found", 404, "There is nothing here.",
        "The address or an id in it names nothing, or nothing that this caller may see. The two are not told apart.");

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed", 405, "This method is not offered here.",
        "The address exists, the method does not. The Allow header lists those that do.");

    public static readonly ProblemType NotAcceptable = new(
        "not-acceptable", 406, "No acceptable form of the answer.",
        "The operation does not answer in any of the media types that the Accept header allows.");

    public static readonly ProblemType RequestTimeout = new(
        "request-timeout", 408, "The request came in too slowly.",
        "The body did not arrive in the time that is given for it.");

    public static readonly ProblemType IdempotencyInFlight = new(
        "idempotency-in-flight", 409, "The first attempt is still running.",
        "A request with the same key is under way. Repeat it after the time that Retry-After names to get its answer.");

    public static readonly ProblemType VersionConflict = new(
        "version-conflict", 409, "The ledger has changed.",
        "The claim relies on a version of the ledger that is not the current one. Look at the credits again.");

    public static readonly ProblemType PreconditionFailed = new(
        "precondition-failed", 412, "The resource has changed.",
        "If-Match names a version of the resource that is not the current one. Read it again and repeat the change.");

    public static readonly ProblemType BodyTooLarge = new(
        "body-too-large", 413, "The body is too large.",
        "A body has at most 1 MiB, that of a batch at most 2 MiB. Send less, or in parts.");

    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type", 415, "The body is not JSON.",
        "Bodies are sent as Content-Type: application/json, in UTF-8.");

    public static readonly ProblemType RateLimited = new(
        "rate-limited", 429, "Too many requests.",
        "This caller or address sends more than it may. Try again after the time that Retry-After names.");

    public static readonly ProblemType InternalError = new(
        "internal-error", 500, "Something is broken on our side.",
        "The request met a fault that its sender cannot mend. Quote traceId to support. Repeating it with the same key is safe.");

    public static readonly ProblemType Unavailable = new(
        "unavailable", 503, "The service cannot answer now.",
        "The store behind the service did not answer in time. Whether a write took place is not known: repeat it with the same key after the time that Retry-After names.");

    public static readonly ProblemType Overloaded = new(
        "overloaded", 503, "The service has too much to do.",
        "More is asked than can be done in time. Repeat the request, with the same key, after the time that Retry-After names.");

    public static readonly ProblemType LedgerUnavailable = new(
        "ledger-unavailable", 503, "This ledger cannot be read safely.",
        "What is stored for this one ledger does not pass its checks, so it is neither read nor written until a person has looked. Other ledgers are not concerned.");

    /// <summary>All of them, in order of status.</summary>
    public static ImmutableArray<ProblemType> All { get; } =
    [
        InvalidRequest, InvalidCursor, IdempotencyKeyMissing, IdempotencyKeyInvalid, Unauthorized, NotFound, MethodNotAllowed,
        NotAcceptable, RequestTimeout, IdempotencyInFlight, VersionConflict, PreconditionFailed, BodyTooLarge, UnsupportedMediaType,
        .. RefusalTypes.All, RateLimited, InternalError, Unavailable, Overloaded, LedgerUnavailable,
    ];

    private static readonly FrozenDictionary<string, ProblemType> BySlug = All.ToFrozenDictionary(type => type.Slug, StringComparer.Ordinal);

    public static ProblemType? Find(string slug) => BySlug.GetValueOrDefault(slug);

    /// <summary>The problem that says no more than the status does.</summary>
    public static ProblemType OfStatus(int status) => status switch
    {
        401 => Unauthorized,
        403 or 404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        408 => RequestTimeout,
        412 => PreconditionFailed,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        429 => RateLimited,
        503 => Unavailable,
        >= 500 => InternalError,
        _ => InvalidRequest,
    };
}
