using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi;

/// <summary>So much of one credit.</summary>
internal sealed record CreditMovementResponse(string CreditId, string CreditType, Credits Amount)
{
    public static CreditMovementResponse From(CreditMovementView movement) =>
        new(movement.CreditId, movement.CreditType, new(movement.AmountHundredths));
}
