namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>What came of something, and where to go on.</summary>
/// <param name="Title">The outcome.</param>
/// <param name="Text">What it means.</param>
/// <param name="NextPath">Where to go on.</param>
/// <param name="NextLabel">What is there.</param>
public sealed record NoticeModel(string Title, string Text, string NextPath, string NextLabel);
