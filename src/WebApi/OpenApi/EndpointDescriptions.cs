using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>How endpoints say what they take and answer. The OpenAPI document is made of it, and query parameters are checked by it.</summary>
internal static class EndpointDescriptions
{
    /// <summary>The operation id, one line for lists, and what a reader should know besides.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description);

    /// <summary>The query parameters; all others are refused.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, params ReadOnlySpan<QueryParameter> parameters) =>
        endpoint.WithMetadata(new AllowedQuery(ImmutableArray.Create(parameters)));

    /// <summary>The JSON body, with an example that the operation would accept.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string example)
        where T : notnull => endpoint
        .Accepts<T>("application/json")
        .WithMetadata(new BodyExample(example))
        .MayAnswer(ProblemTypes.BodyTooLarge, ProblemTypes.UnsupportedMediaType);

    /// <summary>An example of the answer.</summary>
    public static RouteHandlerBuilder ShowsAnswer(this RouteHandlerBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string example) =>
        endpoint.WithMetadata(new AnswerExample(example));

    /// <summary>The answer of a POST says in Location where what it made can be read.</summary>
    public static RouteHandlerBuilder SaysLocation(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(LocatedAnswer.Instance);

    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new HeaderParameter(
            IdempotencyKey.HeaderName,
            "1 to 255 visible ASCII characters of the client's choice. The same key with the same content gives the first answer again, for ever.",
            IsRequired: true,
            "b7f1c0de-0001"))
        .MayAnswer(
            ProblemTypes.IdempotencyKeyMissing,
            ProblemTypes.IdempotencyKeyInvalid,
            ProblemTypes.IdempotencyInFlight,
            RefusalTypes.IdempotencyKeyReused,
            RefusalTypes.NotStorable);

    public static RouteHandlerBuilder TakesIfMatch(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new HeaderParameter("If-Match", "The ETag that the stored resource must have, or * for any that exists.", IsRequired: false, "\"3\""))
        .WithMetadata(new HeaderParameter("If-None-Match", "* for a write that is to create; 412 where something is stored.", IsRequired: false, "*"))
        .MayAnswer(ProblemTypes.PreconditionFailed);

    public static RouteHandlerBuilder TakesIfNoneMatch(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new HeaderParameter("If-None-Match", "ETags that the client has; 304 when the answer has one of them.", IsRequired: false, "\"3\""));

    public static TBuilder MayAnswer<TBuilder>(this TBuilder endpoint, params ReadOnlySpan<ProblemType> types)
        where TBuilder : IEndpointConventionBuilder
    {
        var possible = new PossibleProblems(ImmutableArray.Create(types));
        endpoint.Add(builder => builder.Metadata.Add(possible));
        return endpoint;
    }
}
