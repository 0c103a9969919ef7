using System.Diagnostics;
using CmeOrleans.Silo.Faults;

namespace CmeOrleans.WebApi.Problems;

/// <summary>Turns exceptions into problems that say nothing about the inside.</summary>
internal static class FaultProblems
{
    private const int RetryAfterSeconds = 1;
    private const int UnreadableRetryAfterSeconds = 60;

    public static Problem Of(Exception exception) => exception switch
    {
        ProblemException known => known.Problem,
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        _ => Of(NodeFaults.Classify(exception)),
    };

    /// <summary>The problem for a status that nothing more is known about.</summary>
    public static Problem OfStatus(int status)
    {
        if (status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
        {
            return Problem.NotFound;
        }

        var type = ProblemTypes.OfStatus(status);
        return new(type, type.Explanation)
        {
            RetryAfterSeconds = type.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable ? RetryAfterSeconds : null,
        };
    }

    private static Problem Of(NodeFault fault) => fault switch
    {
        NodeFault.Unavailable => OfType(ProblemTypes.Unavailable, RetryAfterSeconds),
        NodeFault.Overloaded => OfType(ProblemTypes.Overloaded, RetryAfterSeconds),
        NodeFault.LedgerUnreadable => OfType(ProblemTypes.LedgerUnavailable, UnreadableRetryAfterSeconds),
        NodeFault.NotStorable => OfType(RefusalTypes.NotStorable, null),
        NodeFault.Unexpected => OfType(ProblemTypes.InternalError, null),
        _ => throw new UnreachableException($"Fault {fault} has no problem."),
    };

    private static Problem OfType(ProblemType type, int? retryAfterSeconds) =>
        new(type, type.Explanation) { RetryAfterSeconds = retryAfterSeconds };
}
