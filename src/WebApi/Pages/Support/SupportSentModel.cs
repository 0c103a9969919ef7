namespace CmeOrleans.WebApi.Pages.Support;

/// <summary>A request was taken in.</summary>
/// <param name="Number">Such as <c>S-1042</c>.</param>
/// <param name="AnsweredOn">The day on which it is answered at the latest.</param>
/// <param name="IsSignedIn">Whether the visitor has a menu.</param>
public sealed record SupportSentModel(string Number, DateOnly AnsweredOn, bool IsSignedIn);
