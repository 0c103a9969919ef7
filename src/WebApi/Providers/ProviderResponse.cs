using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.WebApi.Providers;

/// <summary>A page of providers.</summary>
internal sealed record ProvidersResponse(IReadOnlyList<ProviderResponse> Items, string? NextCursor);

/// <summary>A provider's record.</summary>
internal sealed record ProviderResponse(
    string ProviderId,
    string Name,
    string Address,
    string? AcmeProviderId,
    string AccreditationStatement,
    IReadOnlyList<string> JointProviders,
    SignatoryResponse Signatory,
    string TimeZone)
{
    public static ProviderResponse From(string providerId, ProviderRecord record) => new(
        providerId,
        record.Name,
        record.Address,
        record.AcmeProviderId,
        record.AccreditationStatement,
        record.JointProviders,
        new(record.SignatoryName, record.SignatoryTitle),
        record.TimeZone);
}

/// <summary>Who signs the provider's certificates.</summary>
internal sealed record SignatoryResponse(string Name, string Title);
