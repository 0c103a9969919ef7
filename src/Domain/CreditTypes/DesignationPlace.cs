namespace CmeOrleans.Domain.CreditTypes;

/// <summary>What fills a place of a <see cref="DesignationTemplate"/>.</summary>
public enum DesignationPlace
{
    /// <summary>Nothing: the part is words of the statement.</summary>
    None = 0,

    /// <summary>The provider's name.</summary>
    Provider = 1,

    /// <summary>The learning format in the words used for designation.</summary>
    Format = 2,

    /// <summary>The most credit that the activity offers.</summary>
    Maximum = 3,

    /// <summary>The credit owner's wording that fits the maximum.</summary>
    Credits = 4,
}
