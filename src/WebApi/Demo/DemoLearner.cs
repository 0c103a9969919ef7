using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;

namespace CmeOrleans.WebApi.Demo;

/// <summary>One of the learners of the demo: who it is and what it has done follows from its number alone.</summary>
internal sealed record DemoLearner(int Number)
{
    public const int LearnersCount = 50;

    private static readonly string[] GivenNames = ["Ana", "Ben", "Chloe", "David", "Elif", "Femi", "Grace", "Hugo", "Ines", "Jun"];

    private static readonly string[] FamilyNames = ["Alvarez", "Brandt", "Chen", "Dubois", "Eriksen"];

    // In ten learners: six physicians, one doctor of osteopathy, one physician assistant, two nurse practitioners.
    private static readonly (string Profession, string Degrees, string CreditType)[] Professions =
    [
        ("physicianMd", "MD", "AMA_PRA_1"),
        ("physicianMd", "MD", "AMA_PRA_1"),
        ("physicianMd", "MD, MPH", "AMA_PRA_1"),
        ("physicianDo", "DO", "AMA_PRA_1"),
        ("physicianMd", "MD", "AMA_PRA_1"),
        ("physicianAssistant", "PA-C", "AAPA_1"),
        ("physicianMd", "MD, PhD", "AMA_PRA_1"),
        ("nursePractitioner", "CPNP", "ANCC_CH"),
        ("physicianMd", "MD", "AMA_PRA_1"),
        ("nursePractitioner", "FNP-BC", "ANCC_CH"),
    ];

    private static readonly Licence California = new() { RequirementId = "us-ca-md", Number = "A 104512", CycleEndsOn = new(2027, 1, 31) };

    private static readonly Licence Illinois = new() { RequirementId = "us-il-mdo", CycleEndsOn = new(2027, 7, 31) };

    public string Id => string.Create(CultureInfo.InvariantCulture, $"learner-{Number:00}");

    /// <summary>The type that the learner claims.</summary>
    public string CreditType => Professions[Number % Professions.Length].CreditType;

    /// <summary>Every other learner has claimed what it had.</summary>
    public bool HasClaimed => Number % 2 == 0;

    /// <summary>The learner as whom one looks at the demo: a pediatrician with two licences, who has claimed some of it.</summary>
    public bool IsLookedAt => Number == 1;

    /// <summary>Of every other physician one licence is known; of the one who is looked at, two.</summary>
    public ImmutableArray<Licence> Licences =>
        IsLookedAt ? [California, Illinois]
        : HasClaimed && CreditType == "AMA_PRA_1" ? [Illinois]
        : [];

    /// <summary>In every tenth learner one earning was a mistake and was taken back.</summary>
    public bool HasReversal => Number % 10 == 3;

    public LearnerProfile Profile => new()
    {
        DisplayName = $"{GivenNames[(Number - 1) % GivenNames.Length]} {FamilyNames[(Number - 1) / GivenNames.Length % FamilyNames.Length]}",
        Profession = Professions[Number % Professions.Length].Profession,
        Degrees = Professions[Number % Professions.Length].Degrees,
        Email = $"{Id}@example.org",
        AbpId = IsLookedAt ? "123456" : null,
        BirthMonthDay = IsLookedAt ? "04-17" : null,
        ConsentsToAbpReporting = IsLookedAt,
    };

    /// <summary>Every tenth membership has lapsed: its credits are there and cannot be claimed.</summary>
    public Membership Membership => new()
    {
        Plan = "premium",
        StartsOn = new(2025, 1, 1),
        EndsOn = Number % 10 == 9 ? new(2025, 12, 31) : new(2035, 12, 31),
    };

    /// <summary>Whether the learner has completed the topic with this number of all topics.</summary>
    public bool HasCompleted(int topicNumber) => ((Number * 7) + (topicNumber * 3)) % 5 < 2;

    /// <summary>When; within the dates of a live course if there are any.</summary>
    public DateTimeOffset CompletedAt(int topicNumber, DateOnly? liveOn) =>
        new((liveOn ?? new DateOnly(2025, 2, 3).AddDays((Number * 4) + topicNumber)).ToDateTime(new(17, Number % 60)), TimeSpan.Zero);
}
