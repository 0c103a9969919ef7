using CmeOrleans.WebApi.Pages.Claiming;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Profiles;

/// <summary>A learner's profile as it stands in the form.</summary>
public sealed record ProfileModel
{
    public required ProfileFields Fields { get; init; }

    /// <summary>The ETag that the fields were read with; none if there is no profile yet.</summary>
    public required string? ETag { get; init; }

    /// <summary>The claim to go back to, or none.</summary>
    public ClaimDraft? Draft { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether it was saved just now.</summary>
    public bool IsSaved { get; init; }

    /// <summary>Whether somebody else changed it while this form was open.</summary>
    public bool IsStale { get; init; }
}
