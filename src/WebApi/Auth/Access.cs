using Microsoft.AspNetCore.Authorization;

namespace CmeOrleans.WebApi.Auth;

/// <summary>What an endpoint needs of its caller. Who has it is decided by <see cref="AccessRules"/>.</summary>
internal enum Access
{
    None = 0,

    /// <summary>Be anybody who is known.</summary>
    Anybody,

    /// <summary>Run the service.</summary>
    Operate,

    /// <summary>See and change the provider in the address.</summary>
    Provider,

    /// <summary>See courses in general; whose is decided by the endpoint.</summary>
    Courses,

    /// <summary>See the course in the address.</summary>
    Course,

    /// <summary>Create or change the course in the address.</summary>
    WriteCourse,

    /// <summary>Post and reverse earnings, of own courses if a provider.</summary>
    RecordEarnings,

    /// <summary>See and claim for the learner in the address.</summary>
    Learner,

    /// <summary>Speak as the learner in the address.</summary>
    BeLearner,

    /// <summary>Grant a membership to the learner in the address.</summary>
    GrantMembership,

    /// <summary>Invite a person to the record of the learner in the address.</summary>
    Invite,

    /// <summary>See the roster of the institution in the address.</summary>
    Roster,
}

/// <summary>An <see cref="Auth.Access"/> as a requirement of a policy.</summary>
internal sealed class AccessRequirement(Access access) : IAuthorizationRequirement
{
    public Access Access { get; } = access;
}
