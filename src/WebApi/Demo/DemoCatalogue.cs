using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.WebApi.Demo;

/// <summary>The providers and courses of the demo. All of it is invented; always the same.</summary>
internal static class DemoCatalogue
{
    private static readonly DateOnly YearStart = new(2025, 1, 1);

    public static ImmutableArray<(string ProviderId, ProviderRecord Record)> Providers { get; } =
    [
        ("lakeside", new()
        {
            Name = "Lakeside Pediatrics Institute",
            Address = "12 Shore Drive, Madison, WI 53703",
            AccreditationStatement =
                "Lakeside Pediatrics Institute is accredited by the Accreditation Council for Continuing Medical Education to provide "
                + "continuing medical education for physicians.",
            SignatoryName = "Miriam Okafor, MD",
            SignatoryTitle = "Director of Education",
            TimeZone = "America/Chicago",
        }),
        ("harbor", new()
        {
            Name = "Harbor University School of Medicine",
            Address = "400 Pier Avenue, Portland, ME 04101",
            AccreditationStatement =
                "Harbor University School of Medicine is accredited by the Accreditation Council for Continuing Medical Education to "
                + "provide continuing medical education for physicians.",
            SignatoryName = "Daniel Reyes, MD, PhD",
            SignatoryTitle = "Associate Dean",
            TimeZone = "America/New_York",
        }),
    ];

    public static ImmutableArray<(string CourseId, CourseDefinition Definition)> Courses { get; } =
    [
        ("pediatric-review", new()
        {
            ProviderId = "lakeside",
            Title = "Pediatric Primary Care: A Year in Review",
            Format = "enduring",
            StartsOn = YearStart,
            EndsOn = new(2027, 12, 31),
            ClaimWindowMonths = 60,
            ParsActivityId = "202512345",
            Offerings = [Offer("AMA_PRA_1", 1200), Offer("AAPA_1", 1200), Offer("ANCC_CH", 1200), Offer("ABP_MOC_2", 1200)],
            Topics =
            [
                Topic("asthma", "Asthma: Stepping Up and Stepping Down", 150, "AMA_PRA_1", "AAPA_1", "ANCC_CH", "ABP_MOC_2"),
                Topic("fever", "Fever in the First Sixty Days", 100, "AMA_PRA_1", "AAPA_1", "ANCC_CH", "ABP_MOC_2"),
                Topic("adhd", "ADHD: From Screening to Follow-up", 200, "AMA_PRA_1", "AAPA_1", "ANCC_CH", "ABP_MOC_2"),
                Topic("vaccines", "Talking about Vaccines", 75, "AMA_PRA_1", "AAPA_1", "ANCC_CH"),
                Topic("sleep", "Sleep Problems, Newborn to Teenager", 125, "AMA_PRA_1", "AAPA_1", "ANCC_CH"),
                Topic("adolescents", "Confidential Care of Adolescents", 150, "AMA_PRA_1", "AAPA_1", "ANCC_CH"),
            ],
        }),
        ("emergency-symposium", new()
        {
            ProviderId = "lakeside",
            Title = "Pediatric Emergency Symposium",
            Format = "live",
            Location = "Madison, Wisconsin",
            StartsOn = new(2025, 5, 8),
            EndsOn = new(2025, 5, 9),
            ClaimWindowMonths = 60,
            Offerings = [Offer("AMA_PRA_1", 600), Offer("ACEP_1", 600), Offer("AAPA_1", 600), Offer("ANCC_CH", 600)],
            Topics =
            [
                Topic("airway", "The Difficult Airway", 150, "AMA_PRA_1", "ACEP_1", "AAPA_1", "ANCC_CH"),
                Topic("sepsis", "Sepsis: The First Hour", 100, "AMA_PRA_1", "ACEP_1", "AAPA_1", "ANCC_CH"),
                Topic("trauma", "Head Injury and Imaging", 125, "AMA_PRA_1", "ACEP_1", "AAPA_1", "ANCC_CH"),
                Topic("toxicology", "Poisons of Every Household", 100, "AMA_PRA_1", "ACEP_1", "AAPA_1", "ANCC_CH"),
            ],
        }),
        ("skin-online", new()
        {
            ProviderId = "harbor",
            Title = "Skin Online: Dermatology for Primary Care",
            Format = "internetLive",
            StartsOn = YearStart,
            EndsOn = new(2027, 6, 30),
            ClaimWindowMonths = 60,
            Offerings = [Offer("AMA_PRA_1", 400), Offer("AAPA_1", 400), Offer("ANCC_CH", 400), Offer("STATE_CME", 400)],
            Topics =
            [
                Topic("eczema", "Eczema without Fear of Steroids", 100, "AMA_PRA_1", "AAPA_1", "ANCC_CH", "STATE_CME"),
                Topic("acne", "Acne: What Works", 75, "AMA_PRA_1", "AAPA_1", "ANCC_CH", "STATE_CME"),
                Topic("moles", "Moles and Melanoma", 100, "AMA_PRA_1", "AAPA_1", "ANCC_CH", "STATE_CME"),
            ],
        }),
    ];

    private static CourseOffering Offer(string creditType, long maximumHundredths) =>
        new() { CreditType = creditType, MaximumHundredths = maximumHundredths };

    private static CourseTopic Topic(string topicId, string title, long amountHundredths, params ReadOnlySpan<string> creditTypes)
    {
        var credits = ImmutableArray.CreateBuilder<TopicCredit>(creditTypes.Length);
        foreach (var creditType in creditTypes)
        {
            credits.Add(new() { CreditType = creditType, AmountHundredths = amountHundredths });
        }

        return new() { TopicId = topicId, Title = title, Credits = credits.ToImmutable() };
    }
}
