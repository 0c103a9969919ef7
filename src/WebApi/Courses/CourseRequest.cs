using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Courses;

/// <summary>A course as it is written.</summary>
internal sealed record CourseRequest(
    [property: Required] string? ProviderId,
    [property: Required] string? Title,
    [property: Required] string? Format,
    string? Location,
    [property: Required] DateOnly? StartsOn,
    [property: Required] DateOnly? EndsOn,
    int? ClaimWindowMonths,
    decimal? PassingScore,
    int? RepeatAfterMonths,
    string? ParsActivityId,
    [property: Required] IReadOnlyList<OfferingRequest?>? Offerings,
    [property: Required] IReadOnlyList<TopicRequest?>? Topics)
{
    // More than any course has; the rules may ask for less.
    private const int ListMax = 1_000;

    /// <exception cref="Problems.ProblemException">A field is missing, or an id has not the form of one.</exception>
    public CourseDefinition ToDefinition()
    {
        var errors = new RequestErrors();
        var definition = new CourseDefinition
        {
            ProviderId = errors.RequiredId(ProviderId, "/providerId"),
            Title = errors.Required(Title, "/title"),
            Format = errors.Required(Format, "/format"),
            Location = Location,
            StartsOn = errors.Required(StartsOn, "/startsOn"),
            EndsOn = errors.Required(EndsOn, "/endsOn"),
            ClaimWindowMonths = ClaimWindowMonths,
            PassingScore = PassingScore,
            RepeatAfterMonths = RepeatAfterMonths,
            ParsActivityId = ParsActivityId,
            Offerings = errors.Items(Offerings, "/offerings", ListMax, (offering, pointer) => offering.ToOffering(errors, pointer)),
            Topics = errors.Items(Topics, "/topics", ListMax, (topic, pointer) => topic.ToTopic(errors, pointer)),
        };
        errors.ThrowIfAny();
        return definition;
    }
}

/// <summary>A credit type that a course is designated for, up to a maximum.</summary>
internal sealed record OfferingRequest(
    [property: Required] string? CreditType,
    [property: Required] Credits? Maximum,
    DateOnly? ClaimBy,
    string? ExclusiveGroup)
{
    public CourseOffering ToOffering(RequestErrors errors, string pointer) => new()
    {
        CreditType = errors.Required(CreditType, $"{pointer}/creditType"),
        MaximumHundredths = errors.Required(Maximum, $"{pointer}/maximum").Hundredths,
        ClaimBy = ClaimBy,
        ExclusiveGroup = ExclusiveGroup,
    };
}

/// <summary>A topic of a course, and how much credit of each type it is worth.</summary>
internal sealed record TopicRequest(
    [property: Required] string? TopicId,
    [property: Required] string? Title,
    IReadOnlyList<string>? Tags,
    [property: Required] IReadOnlyDictionary<string, Credits>? Credits)
{
    public CourseTopic ToTopic(RequestErrors errors, string pointer)
    {
        if (Credits is null)
        {
            errors.AddMissing($"{pointer}/credits");
        }

        return new()
        {
            TopicId = errors.RequiredId(TopicId, $"{pointer}/topicId"),
            Title = errors.Required(Title, $"{pointer}/title"),
            Tags = errors.Texts(Tags, $"{pointer}/tags"),

            // In one order, whatever the client's, so that the same course sent twice is the same course.
            Credits = [.. (Credits ?? ImmutableDictionary<string, Credits>.Empty)
                .OrderBy(credit => credit.Key, StringComparer.Ordinal)
                .Select(credit => new TopicCredit { CreditType = credit.Key, AmountHundredths = credit.Value.Hundredths })],
        };
    }
}
