using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>Puts a claim command into the words of the rules.</summary>
internal static class ClaimRequests
{
    public static ClaimRequest Of(ClaimCommand command, CommandId id) => new(
        id,
        command.CreditType,
        command.All ? null : [.. command.Lines.Select(ToRules)],
        command.ExpectedVersion);

    // A text that is no credit id names no credit of this ledger; the empty id does not either.
    private static RequestedLine ToRules(ClaimLine line) =>
        new(CreditId.TryParse(line.CreditId, out var creditId) ? creditId : default, line.AmountHundredths);
}
