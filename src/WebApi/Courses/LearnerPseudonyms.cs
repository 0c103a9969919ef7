using CmeOrleans.Silo.Secrets;
using CmeOrleans.WebApi.Auth;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Courses;

/// <summary>What learners are called in the ledger of a course, depending on who looks.</summary>
internal sealed class LearnerPseudonyms(IOptions<ProvidersOptions> options, IPseudonyms pseudonyms)
{
    /// <summary>How <paramref name="caller"/> may see the id of a learner of this course.</summary>
    public Func<string, string> For(Caller caller, string courseId) =>
        options.Value.OpaqueLearnerIds && caller.Role is CallerRole.Provider
            ? learnerId => pseudonyms.Of($"course/{courseId}", learnerId)
            : learnerId => learnerId;
}
