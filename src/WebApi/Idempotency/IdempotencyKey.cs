using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Idempotency;

/// <summary>The client's key of a command: what makes it safe to repeat.</summary>
internal static class IdempotencyKey
{
    public const string HeaderName = "Idempotency-Key";
    public const string ReplayedHeaderName = "Idempotent-Replayed";
    public const int LengthMax = 255;

    /// <exception cref="ProblemException">There is no key, or it is malformed.</exception>
    public static string Require(HttpRequest request)
    {
        var values = request.Headers[HeaderName];
        if (values.Count == 0 || (values.Count == 1 && string.IsNullOrEmpty(values[0])))
        {
            throw Refused(ProblemTypes.IdempotencyKeyMissing);
        }

        return values is [{ } key] && IsValid(key) ? key : throw Refused(ProblemTypes.IdempotencyKeyInvalid);
    }

    /// <summary>1–255 visible ASCII characters.</summary>
    public static bool IsValid(string key) =>
        key.Length is > 0 and <= LengthMax && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static ProblemException Refused(ProblemType type) => new(new(type, type.Explanation));
}
