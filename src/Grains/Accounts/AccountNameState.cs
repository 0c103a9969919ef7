namespace CmeOrleans.Grains.Accounts;

/// <summary>The stored fact that a name is an account's.</summary>
public sealed record AccountNameState
{
    public string? AccountId { get; init; }
}
