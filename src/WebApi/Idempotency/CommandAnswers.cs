using CmeOrleans.Grains.Interfaces;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Idempotency;

/// <summary>What all answers to commands on a ledger have in common.</summary>
internal static class CommandAnswers
{
    /// <summary>Whether the command is in the journal, now or since an earlier attempt; in the latter case the answer is marked as a replay.</summary>
    public static bool IsStored<T>(HttpContext context, Answer<T> answer)
    {
        if (answer.Outcome is Outcome.Repeated)
        {
            context.Response.Headers[IdempotencyKey.ReplayedHeaderName] = "true";
        }

        return answer.Outcome is Outcome.Done or Outcome.Repeated;
    }

    /// <summary>Why there is no value in the answer: a command that is not in the journal, or a paper that is not made.</summary>
    public static Problem ProblemOf<T>(Answer<T> answer) => Refusals.Of(answer, ProblemTypes.VersionConflict);
}
