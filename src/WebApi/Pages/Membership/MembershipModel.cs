namespace CmeOrleans.WebApi.Pages.Membership;

/// <summary>A learner's membership, and how a further year is had.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="StartsOn">Its first day; none without a membership.</param>
/// <param name="EndsOn">Its last day; none without a membership.</param>
/// <param name="Price">What a year costs, such as <c>USD 99.00</c>; none where it is not sold.</param>
/// <param name="Key">The idempotency key that comes with the form, so that a double click is one purchase.</param>
public sealed record MembershipModel(MembershipStatus Status, DateOnly? StartsOn, DateOnly? EndsOn, string? Price, string Key);
