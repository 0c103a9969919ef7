namespace CmeOrleans.WebApi.Pages.Forms;

/// <summary>One thing that is wrong with a form.</summary>
/// <param name="FieldId">The id of the field, to which the error summary links.</param>
/// <param name="Message">What is wrong and how it is made right, as one sentence.</param>
public sealed record FormError(string FieldId, string Message);
