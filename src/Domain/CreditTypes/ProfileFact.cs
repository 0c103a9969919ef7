namespace CmeOrleans.Domain.CreditTypes;

/// <summary>A fact that a learner's profile must hold before credit of some types can be claimed. Numbers are never reused.</summary>
public enum ProfileFact
{
    None = 0,

    /// <summary>The diplomate id at the American Board of Pediatrics (<c>boardIds.abp</c>).</summary>
    AbpDiplomateId = 1,

    /// <summary>Month and day of birth, never the year (<c>birthMonthDay</c>). Boards match diplomates by it.</summary>
    BirthMonthDay = 2,

    /// <summary>Permission to report to the American Board of Pediatrics (<c>reportingConsent.abp</c>).</summary>
    AbpReportingConsent = 3,

    /// <summary>The diplomate id at the American Board of Internal Medicine (<c>boardIds.abim</c>).</summary>
    AbimDiplomateId = 4,
}
