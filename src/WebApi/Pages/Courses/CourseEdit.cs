using System.Globalization;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>What a button of the form asks for: to store the course, or to add or remove a row first.</summary>
internal static class CourseEdit
{
    public const string Field = "do";
    public const string Save = "save";
    public const string AddOffering = "add-offering";
    public const string AddTopic = "add-topic";

    private const string RemoveOfferingPrefix = "remove-offering-";
    private const string RemoveTopicPrefix = "remove-topic-";

    public static string RemoveOffering(int index) => string.Create(CultureInfo.InvariantCulture, $"{RemoveOfferingPrefix}{index}");

    public static string RemoveTopic(int index) => string.Create(CultureInfo.InvariantCulture, $"{RemoveTopicPrefix}{index}");

    /// <summary>The draft with one row more or less, and where to go on typing; none if the course is to be stored.</summary>
    public static (CourseDraft Draft, string FocusId)? Apply(CourseDraft draft, string button) => button switch
    {
        AddOffering => (draft.AddOffering(), CourseFields.OfOffering(draft.Offerings.Length, CourseFields.CreditType)),
        AddTopic => (draft.AddTopic(), CourseFields.OfTopic(draft.Topics.Length, CourseFields.TopicId)),
        _ when IndexAfter(button, RemoveOfferingPrefix) is { } index => (draft.RemoveOffering(index), AddOffering),
        _ when IndexAfter(button, RemoveTopicPrefix) is { } index => (draft.RemoveTopic(index), AddTopic),
        _ => null,
    };

    private static int? IndexAfter(string button, string prefix) =>
        button.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(button.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
