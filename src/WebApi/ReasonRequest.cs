using System.ComponentModel.DataAnnotations;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi;

/// <summary>Why something is taken back, in 1 to 1,000 characters.</summary>
internal sealed record ReasonRequest([property: Required] string? Reason)
{
    private const int LengthMax = 1_000;

    /// <exception cref="Problems.ProblemException">The reason is missing, empty or too long.</exception>
    public string Require()
    {
        var errors = new RequestErrors();
        var reason = errors.RequiredText(Reason, "/reason", LengthMax);
        errors.ThrowIfAny();
        return reason;
    }
}
