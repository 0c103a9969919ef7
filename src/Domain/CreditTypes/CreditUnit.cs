namespace CmeOrleans.Domain.CreditTypes;

/// <summary>What one whole amount of a credit type is called by its owner.</summary>
public enum CreditUnit
{
    None = 0,
    Credit = 1,

    /// <summary>A contact hour of 60 minutes; some states count 50, which is theirs to convert.</summary>
    ContactHour = 2,

    /// <summary>A point towards maintenance of certification.</summary>
    Point = 3,

    Hour = 4,
}
