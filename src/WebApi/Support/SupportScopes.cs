using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Support;

/// <summary>Whose idempotency keys of support requests are whose, so that nobody meets somebody else's.</summary>
internal static class SupportScopes
{
    /// <summary>For visitors who are not signed in; their keys are random and come with the form.</summary>
    public const string Public = "public";

    public static string Of(Caller? caller) => caller switch
    {
        null => Public,
        { Subject: { } subject } => $"{caller.Role.ToApiName()}:{subject}",
        _ => caller.Role.ToApiName(),
    };

    /// <summary>The learner that <see cref="SupportRequest.LearnerId"/> names, if one is signed in.</summary>
    public static string? LearnerOf(Caller? caller) => caller is { Role: CallerRole.Learner } ? caller.Subject : null;
}
