namespace CmeOrleans.WebApi.Pages.Providers;

/// <summary>A provider in a list.</summary>
/// <param name="ProviderId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="AcmeProviderId">What the ACCME knows it by, if that is on record.</param>
/// <param name="SignatoryName">Who signs its certificates.</param>
/// <param name="TimeZone">In which its days begin and end.</param>
public sealed record ProviderLine(string ProviderId, string Name, string? AcmeProviderId, string SignatoryName, string TimeZone);
