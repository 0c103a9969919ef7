namespace CmeOrleans.Grains.Certificates;

/// <summary>What the document of a claim, which holds all its certificates, says about itself.</summary>
public sealed record ClaimDocumentInfo
{
    /// <summary>The public id of the claim, <c>clm_…</c>.</summary>
    public required string ClaimId { get; init; }

    /// <summary>The learner's name as displayed when the claim was made.</summary>
    public required string LearnerName { get; init; }

    /// <summary>The local date of the claim.</summary>
    public required DateOnly IssuedOn { get; init; }
}
