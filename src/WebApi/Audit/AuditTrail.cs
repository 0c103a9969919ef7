using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Audit;
using CmeOrleans.Silo.Secrets;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Audit;

/// <summary>Writes down what callers did. An act is recorded after it was done and before anybody is told so.</summary>
/// <remarks>
/// When an entry cannot be stored, the exception passes and the caller gets 503: not told that the act was done, it repeats
/// the act, and that is recorded. So what was acknowledged is in the trail.
/// </remarks>
internal sealed class AuditTrail(IGrainFactory grains, IPseudonyms pseudonyms)
{
    public const string Done = "done";

    /// <summary>The result of an act that was done before.</summary>
    public const string Repeated = "repeated";

    private const string BootstrapCredential = "bootstrap";
    private const string UnknownRole = "unknown";
    private const string TokenScope = "audit/token";

    /// <summary>Records what the caller of a request did.</summary>
    /// <param name="context">The request.</param>
    /// <param name="act">One of <see cref="AuditActs"/>.</param>
    /// <param name="target">On what.</param>
    /// <param name="result">What came of it.</param>
    public Task RecordAsync(HttpContext context, string act, string target, string result = Done)
    {
        var caller = Caller.Of(context);
        return RecordAsync(caller, CredentialOf(context, caller), act, target, result);
    }

    /// <summary>Records what a learner did who is not signed in, but has shown to be the one, as by a link in a mail.</summary>
    /// <param name="learnerId">Who.</param>
    /// <param name="act">One of <see cref="AuditActs"/>.</param>
    /// <param name="target">On what.</param>
    /// <param name="result">What came of it.</param>
    public Task RecordOfLearnerAsync(string learnerId, string act, string target, string result) =>
        RecordAsync(new(CallerRole.Learner, learnerId, "", null), credential: null, act, target, result);

    /// <summary>Records that a caller has shown a key to begin a session.</summary>
    public Task RecordSignInAsync(Caller caller) =>
        RecordAsync(caller, caller.KeyId ?? BootstrapCredential, AuditActs.StaffSignedIn, caller.KeyId ?? BootstrapCredential, Done);

    /// <summary>Records that somebody has shown a key that is not valid. Whose it is was not proven, so it is nobody's credential.</summary>
    /// <param name="keyId">The public id in what was shown, if it has the form of a key.</param>
    public Task RecordUnprovenSignInAsync(string? keyId) => RecordFailedSignInAsync(credential: null, keyId);

    /// <summary>Records that somebody has shown a valid key that is not for sessions.</summary>
    public Task RecordRefusedSignInAsync(string? keyId) => RecordFailedSignInAsync(keyId, keyId);

    /// <summary>What an act that was answered is called as a result.</summary>
    public static string ResultOf(HttpContext context) =>
        context.Response.Headers.ContainsKey(Idempotency.IdempotencyKey.ReplayedHeaderName) ? Repeated : Done;

    /// <summary>What the answer of a grain is called as a result, by the problem that the API would answer.</summary>
    public static string ResultOf<T>(Answer<T> answer, Func<Answer<T>, Problem> problemOf) => answer.Outcome switch
    {
        Outcome.Done => Done,
        Outcome.Repeated => Repeated,
        _ => problemOf(answer).Type.Slug,
    };

    private Task RecordAsync(Caller caller, string? credential, string act, string target, string result) => TrailOf(grains).RecordAsync(new()
    {
        Role = caller.Role.ToApiName(),
        Subject = caller.Subject,
        Credential = credential,
        Act = act,
        Target = target,
        Outcome = result,
    });

    // The subject of a token is an id by its standard; what does not look like one may be an address and is replaced.
    private string? CredentialOf(HttpContext context, Caller caller)
    {
        if (caller.KeyId is not null)
        {
            return caller.KeyId;
        }

        if (context.User.Identity?.AuthenticationType == AuthSchemes.Jwt)
        {
            return Ids.IsValid(caller.Name) ? caller.Name : pseudonyms.Of(TokenScope, caller.Name);
        }

        return caller.IsOperator ? BootstrapCredential : null;
    }

    private Task RecordFailedSignInAsync(string? credential, string? keyId) => TrailOf(grains).RecordAsync(new()
    {
        Role = UnknownRole,
        Credential = credential,
        Act = AuditActs.StaffSignInFailed,
        Target = keyId ?? "",
        Outcome = "refused",
    });

    private static IAuditTrailGrain TrailOf(IGrainFactory grains) => grains.GetGrain<IAuditTrailGrain>(IAuditTrailGrain.Key);
}
