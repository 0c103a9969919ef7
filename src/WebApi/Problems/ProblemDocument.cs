namespace CmeOrleans.WebApi.Problems;

/// <summary>A problem as RFC 9457 puts it on the wire.</summary>
/// <param name="Type">The kind, a URI reference that resolves to a page.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="TraceId">Names the request in the logs; give it to support.</param>
/// <param name="Errors">What exactly is wrong, where several things can be.</param>
internal sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string TraceId,
    IReadOnlyList<FieldError>? Errors)
{
    public const string ContentType = "application/problem+json";

    public static ProblemDocument From(Problem problem, string traceId) => new(
        problem.Type.Uri,
        problem.Type.Title,
        problem.Status,
        problem.Detail,
        traceId,
        problem.Errors.IsEmpty ? null : problem.Errors);
}
