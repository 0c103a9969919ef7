using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces.Courses;

namespace CmeOrleans.Grains.Learners;

/// <summary>Puts what a course grain answered into the words of the rules.</summary>
internal static class CourseTermsOfRules
{
    public static EarnTerms ToRules(this CourseEarnTerms terms, string courseId) => new()
    {
        CourseId = courseId,
        CourseVersion = terms.Version,
        CourseTitle = terms.Title,
        ProviderId = terms.ProviderId,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(terms.TimeZone),
        StartsOn = terms.StartsOn,
        EndsOn = terms.EndsOn,
        ClaimWindowMonths = terms.ClaimWindowMonths,
        PassingScore = terms.PassingScore,
        RepeatAfterMonths = terms.RepeatAfterMonths,
        Topic = terms.Topic is { } topic
            ? new(topic.TopicId, topic.Title, [.. topic.Credits.Select(ToRules)])
            : null,
    };

    public static CertificateTerms ToRules(this CourseCertificateTerms terms) => new()
    {
        CourseTitle = terms.Title,
        Format = terms.Format,
        Location = terms.Location,
        ParsActivityId = terms.ParsActivityId,
        DesignatedMaximum = CreditAmount.FromHundredths(terms.DesignatedHundredths),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(terms.Provider.TimeZone),
        Provider = new ProviderFace
        {
            ProviderId = terms.ProviderId,
            Name = terms.Provider.Name,
            Address = terms.Provider.Address,
            AccreditationStatement = terms.Provider.AccreditationStatement,
            JointProviders = terms.Provider.JointProviders,
            SignatoryName = terms.Provider.SignatoryName,
            SignatoryTitle = terms.Provider.SignatoryTitle,
        },
    };

    private static TopicCreditTerms ToRules(CourseTopicCreditTerms terms) =>
        new(terms.CreditType, CreditAmount.FromHundredths(terms.AmountHundredths), terms.ClaimBy, terms.ExclusiveGroup);
}
