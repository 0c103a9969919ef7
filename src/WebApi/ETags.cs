using CmeOrleans.Grains.Interfaces;
using CmeOrleans.WebApi.Problems;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi;

/// <summary>Strong entity tags: what a mutable resource is read with and changed under.</summary>
internal static class ETags
{
    public static void Set(HttpContext context, string etag) => context.Response.Headers.ETag = $"\"{etag}\"";

    /// <summary>Whether If-None-Match names this tag, so that the client has what it asks for.</summary>
    public static bool ClientHas(HttpContext context, string etag)
    {
        if (context.Request.Headers.IfNoneMatch.Count == 0)
        {
            return false;
        }

        var own = $"\"{etag}\"";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag.Equals(own, StringComparison.Ordinal));
    }

    /// <summary>The tag that a change relies on, as grains know it; none if it relies on none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="readCurrentAsync">Reads the tag that is stored now; asked only for <c>*</c> and for lists of tags.</param>
    /// <returns>An ETag, <see cref="StoredTag.None"/> where If-None-Match asks that nothing be stored, or none.</returns>
    /// <exception cref="ProblemException">No tag that the client names can be the current one, what it asks for cannot hold together, or the header is malformed.</exception>
    public static async ValueTask<string?> RequiredAsync(HttpContext context, Func<Task<string?>> readCurrentAsync)
    {
        var header = context.Request.Headers.IfMatch;
        var mustBeNew = MustBeNew(context);
        if (header.Count == 0)
        {
            return mustBeNew ? StoredTag.None : null;
        }

        if (mustBeNew)
        {
            throw new ProblemException(Stale);
        }

        if (!EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags))
        {
            throw new ProblemException(Problem.InvalidRequest("#If-Match", "not-an-etag", "If-Match is * or a list of quoted ETags."));
        }

        // An empty tag is never stored, and to a grain it would mean that nothing is.
        if (tags is [{ IsWeak: false } single] && !single.Equals(EntityTagHeaderValue.Any) && Unquote(single) is { Length: > 0 } own)
        {
            return own;
        }

        var current = await readCurrentAsync();
        if (current is not null && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && Unquote(tag) == current)))
        {
            return current;
        }

        throw new ProblemException(Stale);
    }

    /// <summary>What a version conflict is called where it is a matter of If-Match.</summary>
    public static Problem ProblemOf<T>(Answer<T> answer) => Refusals.Of(answer, ProblemTypes.PreconditionFailed);

    private static Problem Stale { get; } = new(ProblemTypes.PreconditionFailed, ProblemTypes.PreconditionFailed.Explanation);

    // RFC 9110, 13.1.2. Of other tags in If-None-Match nothing follows for a change.
    private static bool MustBeNew(HttpContext context) =>
        context.Request.Headers.IfNoneMatch.Count > 0 && context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any));

    private static string Unquote(EntityTagHeaderValue tag) => tag.Tag.ToString().Trim('"');
}
