namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>How far a claim has come.</summary>
public enum ClaimStep
{
    None = 0,
    Choose,
    Preview,
    Feedback,
    Done,
}
