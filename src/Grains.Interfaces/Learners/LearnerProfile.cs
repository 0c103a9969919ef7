namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>Who a learner is. The only place where personal data is kept; encrypted at rest.</summary>
[GenerateSerializer, Immutable, Alias("cme.learner-profile")]
public sealed record LearnerProfile
{
    /// <summary>The name as certificates print it, 1–100 characters.</summary>
    [Id(0)]
    public required string DisplayName { get; init; }

    /// <summary>API name of the profession, such as <c>physicianMd</c>.</summary>
    [Id(1)]
    public required string Profession { get; init; }

    [Id(2)]
    public string? Degrees { get; init; }

    [Id(3)]
    public string? Email { get; init; }

    /// <summary>Diplomate id of the American Board of Pediatrics.</summary>
    [Id(4)]
    public string? AbpId { get; init; }

    [Id(5)]
    public string? AbimId { get; init; }

    [Id(6)]
    public string? Npi { get; init; }

    /// <summary>Month and day of birth as <c>MM-DD</c>; the year is never asked for.</summary>
    [Id(7)]
    public string? BirthMonthDay { get; init; }

    /// <summary>Whether ABP MOC Part 2 credit may be reported to the board.</summary>
    [Id(8)]
    public bool ConsentsToAbpReporting { get; init; }
}
