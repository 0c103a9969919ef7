using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Claims;

/// <summary>What to claim of one type: all that is available, or the given lines.</summary>
internal sealed record ClaimRequest(
    [property: Required] string? CreditType, bool? All, IReadOnlyList<ClaimLineRequest?>? Lines, long? ExpectedVersion)
{
    // The rules allow fewer and say so by name; this keeps a body of a hundred thousand lines from becoming a command.
    private const int LinesMax = 10_000;

    /// <param name="key">The idempotency key; empty for a preview.</param>
    /// <param name="tenant">Whose key it is; empty for a preview.</param>
    /// <exception cref="Problems.ProblemException">A field is missing, or all and lines are both given.</exception>
    public ClaimCommand ToCommand(string key, string tenant)
    {
        var errors = new RequestErrors();
        if (All is true && Lines is not null)
        {
            errors.Add("/lines", "all-and-lines", "A claim has either all or lines.");
        }

        var command = new ClaimCommand
        {
            Key = key,
            Tenant = tenant,
            CreditType = errors.Required(CreditType, "/creditType"),
            All = All ?? false,
            Lines = Lines is null ? [] : errors.Items(Lines, "/lines", LinesMax, (line, pointer) => line.ToLine(errors, pointer)),
            ExpectedVersion = ExpectedVersion,
        };
        errors.ThrowIfAny();
        return command;
    }
}

/// <summary>So much of one credit.</summary>
internal sealed record ClaimLineRequest([property: Required] string? CreditId, [property: Required] Credits? Amount)
{
    public ClaimLine ToLine(RequestErrors errors, string pointer) => new()
    {
        CreditId = errors.Required(CreditId, $"{pointer}/creditId"),
        AmountHundredths = errors.Required(Amount, $"{pointer}/amount").Hundredths,
    };
}
