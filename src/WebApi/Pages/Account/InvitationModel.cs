namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>An invitation that can be accepted. It does not say to whose record: that is seen after accepting.</summary>
/// <param name="Email">Who is signed in, or none.</param>
public sealed record InvitationModel(string? Email);
