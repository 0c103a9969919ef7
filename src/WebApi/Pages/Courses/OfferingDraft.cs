namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>A credit type of a course as it was typed.</summary>
/// <param name="CreditType">Its code, or nothing while none is chosen.</param>
/// <param name="Maximum">The designated maximum.</param>
/// <param name="ClaimBy">A date, if this type ends before the window does.</param>
/// <param name="ExclusiveGroup">What offerings that exclude each other have in common.</param>
public sealed record OfferingDraft(string CreditType, string Maximum, string ClaimBy, string ExclusiveGroup)
{
    public static OfferingDraft Empty { get; } = new("", "", "", "");
}
