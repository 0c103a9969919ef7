using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Claims;

/// <summary>What a claim can be refused for.</summary>
internal static class ClaimProblems
{
    public static ReadOnlySpan<ProblemType> Refusals => new[]
    {
        ProblemTypes.VersionConflict, RefusalTypes.NoLines, RefusalTypes.TooManyLines, RefusalTypes.MembershipNotActive,
        RefusalTypes.CreditTypeUnknown, RefusalTypes.ProfileIncomplete, RefusalTypes.LinesRefused, RefusalTypes.ClaimTooLarge, RefusalTypes.ClockUncertain,
        RefusalTypes.RuleBroken,
    };
}
