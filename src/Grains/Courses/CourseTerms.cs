using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.Grains.Courses;

/// <summary>Takes from a definition what a learner's command needs of it.</summary>
internal static class CourseTerms
{
    public const int ClaimWindowMonthsDefault = 36;

    public static bool HasTopic(CourseDefinition definition, string topicId) => Find(definition, topicId) is not null;

    public static CourseEarnTerms ForEarning(CourseDefinition definition, int version, string topicId, ProviderRecord provider) => new()
    {
        Version = version,
        Title = definition.Title,
        ProviderId = definition.ProviderId,
        TimeZone = provider.TimeZone,
        StartsOn = definition.StartsOn,
        EndsOn = definition.EndsOn,
        ClaimWindowMonths = definition.ClaimWindowMonths ?? ClaimWindowMonthsDefault,
        PassingScore = definition.PassingScore,
        RepeatAfterMonths = definition.RepeatAfterMonths,
        Topic = Find(definition, topicId) is { } topic ? ToTerms(definition, topic) : null,
    };

    /// <summary><see langword="null"/> if the course does not offer the type in this version.</summary>
    public static CourseCertificateTerms? ForCertificate(CourseDefinition definition, string creditType, ProviderRecord provider) =>
        definition.Offerings.FirstOrDefault(offering => offering.CreditType == creditType) is { } offered
            ? new()
            {
                Title = definition.Title,
                Format = definition.Format,
                Location = definition.Location,
                ParsActivityId = definition.ParsActivityId,
                DesignatedHundredths = offered.MaximumHundredths,
                ProviderId = definition.ProviderId,
                Provider = provider,
            }
            : null;

    private static CourseTopicTerms ToTerms(CourseDefinition definition, CourseTopic topic) => new()
    {
        TopicId = topic.TopicId,
        Title = topic.Title,
        Credits = topic.Credits.Select(credit => ToTerms(definition, credit)).ToImmutableArray(),
    };

    private static CourseTopicCreditTerms ToTerms(CourseDefinition definition, TopicCredit credit)
    {
        var offering = definition.Offerings.First(offering => offering.CreditType == credit.CreditType);
        return new()
        {
            CreditType = credit.CreditType,
            AmountHundredths = credit.AmountHundredths,
            ClaimBy = offering.ClaimBy,
            ExclusiveGroup = offering.ExclusiveGroup,
        };
    }

    private static CourseTopic? Find(CourseDefinition definition, string topicId) =>
        definition.Topics.FirstOrDefault(topic => topic.TopicId == topicId);
}
