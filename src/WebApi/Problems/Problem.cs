using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Problems;

/// <summary>A problem that one request met.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Detail">What happened this time; names nothing that the caller may not see.</param>
internal sealed record Problem(ProblemType Type, string Detail)
{
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>After how many seconds it is worth trying again, if it is.</summary>
    public int? RetryAfterSeconds { get; init; }

    public int Status => Type.Status;

    /// <summary>The one answer for what does not exist and for what the caller may not see: they cannot be told apart.</summary>
    public static Problem NotFound { get; } = new(ProblemTypes.NotFound, "There is nothing here that this caller can see.");

    public static Problem InvalidRequest(string pointer, string code, string detail) =>
        new(ProblemTypes.InvalidRequest, "The request cannot be understood; errors says where.") { Errors = [new(pointer, code, detail)] };
}
