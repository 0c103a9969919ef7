namespace CmeOrleans.WebApi.Pages.Membership;

/// <summary>A learner comes back from paying.</summary>
/// <param name="IsGranted">Whether the payment service has told of the payment.</param>
/// <param name="EndsOn">The last day of the membership, once it is granted.</param>
public sealed record MembershipPaidModel(bool IsGranted, DateOnly? EndsOn);
