namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>A person as an institution's identity provider knows them.</summary>
[GenerateSerializer, Immutable, Alias("cme.account-login")]
public sealed record AccountLogin
{
    /// <summary>The institution's id.</summary>
    [Id(0)]
    public required string InstitutionId { get; init; }

    /// <summary>The person's id at that provider; says nothing outside of it.</summary>
    [Id(1)]
    public required string Subject { get; init; }
}
