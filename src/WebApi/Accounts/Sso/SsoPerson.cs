namespace CmeOrleans.WebApi.Accounts.Sso;

/// <summary>Who signed in at an institution, by a token that was checked.</summary>
/// <param name="InstitutionId">Where.</param>
/// <param name="Subject">The person's id there.</param>
/// <param name="Name">What the person is shown as.</param>
/// <param name="LearnerId">The learner that the provider names, if it is set up to.</param>
internal sealed record SsoPerson(string InstitutionId, string Subject, string Name, string? LearnerId);
