using System.Diagnostics;
using CmeOrleans.Grains.Interfaces;

namespace CmeOrleans.WebApi.Problems;

/// <summary>Turns what a grain did not do into a problem.</summary>
internal static class Refusals
{
    private const string InvalidRequestCode = "invalid-request";
    private const string VersionConflictCode = "version-conflict";

    private const string EarningUnknownCode = "earning-unknown";
    private const string ClaimUnknownCode = "claim-unknown";

    /// <param name="answer">An answer that is neither <see cref="Outcome.Done"/> nor <see cref="Outcome.Repeated"/>.</param>
    /// <param name="versionConflict">What a version conflict is called here: stale If-Match or stale expectedVersion.</param>
    public static Problem Of<T>(Answer<T> answer, ProblemType versionConflict) => answer.Outcome switch
    {
        Outcome.KeyReused => new(RefusalTypes.IdempotencyKeyReused, "This Idempotency-Key was used before for another request."),
        Outcome.NotFound => Problem.NotFound,
        Outcome.VersionConflict => new(versionConflict, versionConflict.Explanation),
        Outcome.Refused when answer.Refusal is { } refusal => Of(refusal),
        _ => throw new UnreachableException($"Outcome {answer.Outcome} has no problem."),
    };

    // An earning or claim that a command names stands in the address, so an unknown one is an address of nothing.
    private static Problem Of(Refusal refusal) => refusal.Code is EarningUnknownCode or ClaimUnknownCode ? Problem.NotFound : new(TypeOf(refusal.Code), refusal.Detail)
    {
        Errors = [.. refusal.Lines.Select(line => new FieldError(line.Pointer, line.Code, line.Detail))],
    };

    private static ProblemType TypeOf(string code) => code switch
    {
        InvalidRequestCode => ProblemTypes.InvalidRequest,
        VersionConflictCode => ProblemTypes.VersionConflict,
        _ => ProblemTypes.Find(code) is { Status: StatusCodes.Status422UnprocessableEntity } type ? type : RefusalTypes.RuleBroken,
    };
}
