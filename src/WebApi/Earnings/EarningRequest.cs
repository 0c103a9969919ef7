using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>A topic of a course was completed.</summary>
internal sealed record EarningRequest(
    [property: Required] string? CourseId, [property: Required] string? TopicId, [property: Required] DateTimeOffset? CompletedAt, decimal? Score)
{
    /// <param name="key">The idempotency key.</param>
    /// <param name="caller">Whose key it is; to a provider its own courses alone are known.</param>
    /// <param name="errors">Takes what is missing or malformed; the command is of use only if nothing is.</param>
    public EarnCommand ToCommand(string key, Caller caller, RequestErrors errors) => new()
    {
        Key = key,
        Tenant = caller.Tenant,
        CourseId = errors.RequiredId(CourseId, "/courseId"),
        TopicId = errors.RequiredId(TopicId, "/topicId"),
        CompletedAt = errors.Required(CompletedAt, "/completedAt"),
        Score = Score,
        OnlyProviderId = caller.OnlyProviderId,
    };
}
