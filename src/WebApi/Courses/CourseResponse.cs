using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Courses;

/// <summary>A course in its newest version.</summary>
internal sealed record CourseResponse(
    string CourseId,
    int Version,
    string ProviderId,
    string Title,
    string Format,
    string? Location,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int? ClaimWindowMonths,
    decimal? PassingScore,
    int? RepeatAfterMonths,
    string? ParsActivityId,
    IReadOnlyList<OfferingResponse> Offerings,
    IReadOnlyList<TopicResponse> Topics)
{
    public static CourseResponse From(CourseView course)
    {
        var definition = course.Definition;
        return new(
            course.CourseId,
            course.Version,
            definition.ProviderId,
            definition.Title,
            definition.Format,
            definition.Location,
            definition.StartsOn,
            definition.EndsOn,
            definition.ClaimWindowMonths,
            definition.PassingScore,
            definition.RepeatAfterMonths,
            definition.ParsActivityId,
            [.. definition.Offerings.Select(OfferingResponse.From)],
            [.. definition.Topics.Select(TopicResponse.From)]);
    }
}

/// <summary>A credit type that the course is designated for.</summary>
internal sealed record OfferingResponse(string CreditType, Credits Maximum, DateOnly? ClaimBy, string? ExclusiveGroup)
{
    public static OfferingResponse From(CourseOffering offering) =>
        new(offering.CreditType, new(offering.MaximumHundredths), offering.ClaimBy, offering.ExclusiveGroup);
}

/// <summary>A topic of the course and what it is worth.</summary>
internal sealed record TopicResponse(string TopicId, string Title, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, Credits> Credits)
{
    public static TopicResponse From(CourseTopic topic) => new(
        topic.TopicId,
        topic.Title,
        topic.Tags,
        topic.Credits.ToDictionary(credit => credit.CreditType, credit => new Credits(credit.AmountHundredths), StringComparer.Ordinal));
}
