using System.Globalization;

namespace CmeOrleans.Silo.Billing;

/// <summary>What is given along with a session and comes back with the event: what was bought, for whom and for how much.</summary>
/// <param name="LearnerId">Who gets the year.</param>
/// <param name="PriceHundredths">What it costs.</param>
/// <param name="Currency">The currency.</param>
internal sealed record StripeMetadata(string LearnerId, long PriceHundredths, string Currency)
{
    private const string PurposeName = "cme_purpose";
    private const string LearnerName = "cme_learner";
    private const string PriceName = "cme_price";
    private const string CurrencyName = "cme_currency";
    private const string YearOfMembership = "premium-year";

    public IEnumerable<(string Name, string Value)> ToFields() =>
    [
        (PurposeName, YearOfMembership),
        (LearnerName, LearnerId),
        (PriceName, PriceHundredths.ToString(CultureInfo.InvariantCulture)),
        (CurrencyName, Currency),
    ];

    /// <summary>None if the session is not one of ours: an account may sell other things too.</summary>
    public static StripeMetadata? Read(IReadOnlyDictionary<string, string>? metadata) =>
        metadata is not null
        && metadata.GetValueOrDefault(PurposeName) == YearOfMembership
        && metadata.GetValueOrDefault(LearnerName) is { Length: > 0 } learnerId
        && long.TryParse(metadata.GetValueOrDefault(PriceName), NumberStyles.None, CultureInfo.InvariantCulture, out var price)
        && metadata.GetValueOrDefault(CurrencyName) is { Length: > 0 } currency
            ? new(learnerId, price, currency)
            : null;
}
