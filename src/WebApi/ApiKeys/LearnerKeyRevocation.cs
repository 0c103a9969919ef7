using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>Ends all keys of a learner at once, for a learner who is not signed in but has shown to be the one.</summary>
internal sealed class LearnerKeyRevocation(IGrainFactory grains, ApiKeyDirectory directory, AuditTrail trail)
{
    private const string DirectoryKey = "pages";
    private const int ReadMax = 100;

    // Learners make ten at most; whatever operators made for one beyond this is no work of people.
    private const int RoundsMax = 20;

    /// <summary>Ends every key that holds and records each; repeated after a fault, it ends those that are left.</summary>
    /// <returns>How many it ended.</returns>
    /// <exception cref="InvalidOperationException">Keys are left that this is not made for.</exception>
    public async Task<int> RevokeAllAsync(string learnerId)
    {
        var role = CallerRole.Learner.ToApiName();
        var count = 0;
        for (var round = 0; round < RoundsMax; round++)
        {
            var keyIds = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListApiKeysOfAsync(role, learnerId, ReadMax);
            if (keyIds.IsEmpty)
            {
                return count;
            }

            foreach (var keyId in keyIds)
            {
                var isRevoked = await grains.GetGrain<IApiKeyGrain>(keyId).RevokeAsync();
                directory.Forget(keyId);
                await trail.RecordOfLearnerAsync(learnerId, AuditActs.KeyRevoked, keyId, isRevoked ? AuditTrail.Done : AuditTrail.Repeated);
            }

            count += keyIds.Length;
        }

        throw new InvalidOperationException($"The learner {learnerId} has more than {RoundsMax * ReadMax} keys.");
    }
}
