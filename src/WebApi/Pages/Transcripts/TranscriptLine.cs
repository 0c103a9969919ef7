namespace CmeOrleans.WebApi.Pages.Transcripts;

/// <summary>One topic that was claimed.</summary>
/// <param name="CompletedOn">When it was completed.</param>
/// <param name="CourseTitle">The course.</param>
/// <param name="TopicTitle">The topic.</param>
/// <param name="CreditType">The code of the type that it was claimed as.</param>
/// <param name="TypeName">What people call the type.</param>
/// <param name="IsAwarded">Whether credit was awarded; else attendance was certified.</param>
/// <param name="ClaimedOn">When it was claimed, in UTC.</param>
/// <param name="Hundredths">How much was claimed.</param>
/// <param name="ClaimId">The claim.</param>
public sealed record TranscriptLine(
    DateOnly CompletedOn,
    string CourseTitle,
    string TopicTitle,
    string CreditType,
    string TypeName,
    bool IsAwarded,
    DateOnly ClaimedOn,
    long Hundredths,
    string ClaimId);
