using System.Globalization;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>Names of the fields in the form of a course, which are also their ids, and how pointers of the contract find them.</summary>
internal static class CourseFields
{
    public const string ETag = "etag";
    public const string Version = "version";
    public const string CourseId = "courseId";
    public const string ProviderId = "providerId";
    public const string Title = "title";
    public const string Format = "format";
    public const string Location = "location";
    public const string StartsOn = "startsOn";
    public const string EndsOn = "endsOn";
    public const string ClaimWindowMonths = "claimWindowMonths";
    public const string PassingScore = "passingScore";
    public const string RepeatAfterMonths = "repeatAfterMonths";
    public const string ParsActivityId = "parsActivityId";
    public const string Offerings = "offerings";
    public const string Topics = "topics";
    public const string CreditType = "creditType";
    public const string Maximum = "maximum";
    public const string ClaimBy = "claimBy";
    public const string ExclusiveGroup = "exclusiveGroup";
    public const string TopicId = "topicId";
    public const string Tags = "tags";
    public const string Credits = "credits";

    public static string OfOffering(int index, string field) => string.Create(CultureInfo.InvariantCulture, $"{Offerings}-{index}-{field}");

    public static string OfTopic(int index, string field) => string.Create(CultureInfo.InvariantCulture, $"{Topics}-{index}-{field}");

    public static string OfCredit(int topic, int offering) => string.Create(CultureInfo.InvariantCulture, $"{Topics}-{topic}-{Credits}-{offering}");

    /// <summary>The field that a pointer means, and what people call it.</summary>
    public static (string FieldId, string Label) Find(string pointer, CourseDraft draft) => pointer.TrimStart('/').Split('/') switch
    {
        [Topics, var topic, Credits, var code] when IndexOf(topic) is { } index =>
            (OfCredit(index, Math.Max(0, draft.Offerings.Select(offering => offering.CreditType).ToList().IndexOf(code))), $"{NameOfTopic(index)}, credit"),
        [Topics, var topic, Credits] when IndexOf(topic) is { } index => (OfCredit(index, 0), $"{NameOfTopic(index)}, credit"),
        [Topics, var topic, var field, ..] when IndexOf(topic) is { } index => (OfTopic(index, field), $"{NameOfTopic(index)}, {LabelOf(field)}"),
        [Offerings, var offering, var field] when IndexOf(offering) is { } index => (OfOffering(index, field), $"{NameOfOffering(index)}, {LabelOf(field)}"),
        [var field, ..] => (field, LabelOf(field)),
        [] => (Title, LabelOf(Title)),
    };

    public static string NameOfOffering(int index) => string.Create(CultureInfo.InvariantCulture, $"Credit {index + 1}");

    public static string NameOfTopic(int index) => string.Create(CultureInfo.InvariantCulture, $"Topic {index + 1}");

    public static string LabelOf(string field) => field switch
    {
        CourseId => "Course id",
        ProviderId => "Provider id",
        Title => "Title",
        Format => "Format",
        Location => "Location",
        StartsOn => "First day",
        EndsOn => "Last day",
        ClaimWindowMonths => "Claim window",
        PassingScore => "Passing score",
        RepeatAfterMonths => "Can be repeated after",
        ParsActivityId => "PARS activity id",
        Offerings => "Credit",
        Topics => "Topics",
        CreditType => "Type",
        Maximum => "Maximum",
        ClaimBy => "Claim by",
        ExclusiveGroup => "Exclusive group",
        TopicId => "Topic id",
        Tags => "Tags",
        _ => field,
    };

    private static int? IndexOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
