using System.Diagnostics;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Institutions;

namespace CmeOrleans.WebApi.Auth;

/// <summary>The one place that decides who may act on what.</summary>
internal sealed class AccessRules(IGrainFactory grains)
{
    /// <param name="caller">Who calls.</param>
    /// <param name="access">What the operation needs.</param>
    /// <param name="idOf">The ids in the address, by name.</param>
    public ValueTask<bool> MayAsync(Caller caller, Access access, Func<string, string?> idOf) => caller.Role switch
    {
        CallerRole.Operator => new(true),
        CallerRole.Provider => ProviderMayAsync(caller, access, idOf),
        CallerRole.Institution => InstitutionMayAsync(caller, access, idOf),
        CallerRole.Learner => new(LearnerMay(caller, access, idOf)),
        _ => throw new UnreachableException($"No rules for role {caller.Role}."),
    };

    private async ValueTask<bool> ProviderMayAsync(Caller caller, Access access, Func<string, string?> idOf) => access switch
    {
        Access.Anybody or Access.Courses or Access.RecordEarnings => true,
        Access.Provider => idOf(RouteNames.Provider) == caller.Subject,
        Access.Course => await ProviderOfAsync(idOf(RouteNames.Course)) == caller.Subject,

        // A course that nobody has yet may be anybody's; the endpoint sees to it that it becomes the caller's own.
        Access.WriteCourse => await ProviderOfAsync(idOf(RouteNames.Course)) is var owner && (owner is null || owner == caller.Subject),
        _ => false,
    };

    private async ValueTask<bool> InstitutionMayAsync(Caller caller, Access access, Func<string, string?> idOf) => access switch
    {
        Access.Anybody => true,
        Access.Roster => idOf(RouteNames.Institution) == caller.Subject,
        Access.Learner or Access.GrantMembership or Access.Invite => await IsOnRosterAsync(caller.Subject, idOf(RouteNames.Learner)),
        _ => false,
    };

    private static bool LearnerMay(Caller caller, Access access, Func<string, string?> idOf) => access switch
    {
        Access.Anybody => true,
        Access.Learner or Access.BeLearner => idOf(RouteNames.Learner) == caller.Subject,
        _ => false,
    };

    private async ValueTask<string?> ProviderOfAsync(string? courseId) =>
        Ids.IsValid(courseId) ? (await grains.GetGrain<ICourseGrain>(courseId).GetAsync())?.Value.Definition.ProviderId : null;

    private async ValueTask<bool> IsOnRosterAsync(string? institutionId, string? learnerId) =>
        Ids.IsValid(learnerId) && await grains.GetGrain<IRosterEntryGrain>($"{institutionId}/{learnerId}").IsOnRosterAsync();
}
