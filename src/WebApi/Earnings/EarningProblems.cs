using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>What an earning can be refused for.</summary>
internal static class EarningProblems
{
    public static ReadOnlySpan<ProblemType> Refusals => new[]
    {
        RefusalTypes.CourseUnknown, RefusalTypes.TopicUnknown, RefusalTypes.CourseNotOpen, RefusalTypes.CompletedInFuture,
        RefusalTypes.CompletedBeforeCourse, RefusalTypes.ScoreBelowPassing, RefusalTypes.AlreadyEarned, RefusalTypes.ClockUncertain,
        RefusalTypes.RuleBroken,
    };
}
