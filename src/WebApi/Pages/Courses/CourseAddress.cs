using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>Where the pages of one course are.</summary>
internal static class CourseAddress
{
    /// <summary>Says that the course was just stored.</summary>
    public const string SavedParameter = "saved";

    public static string Of(string courseId) => $"{StaffAddresses.Courses}/{Uri.EscapeDataString(courseId)}";

    public static string OfEditor(string courseId) => $"{Of(courseId)}/edit";

    public static string OfLedger(string courseId) => $"{Of(courseId)}/ledger";

    public static string OfEvaluations(string courseId) => $"{Of(courseId)}/evaluations";
}
