using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Providers;

/// <summary>A provider as its record is written.</summary>
internal sealed record ProviderRequest(
    [property: Required] string? Name,
    [property: Required] string? Address,
    string? AcmeProviderId,
    [property: Required] string? AccreditationStatement,
    IReadOnlyList<string>? JointProviders,
    [property: Required] SignatoryRequest? Signatory,
    [property: Required] string? TimeZone)
{
    /// <exception cref="Problems.ProblemException">A field is missing.</exception>
    public ProviderRecord ToRecord()
    {
        var errors = new RequestErrors();
        if (Signatory is null)
        {
            errors.AddMissing("/signatory");
        }

        var record = new ProviderRecord
        {
            Name = errors.Required(Name, "/name"),
            Address = errors.Required(Address, "/address"),
            AcmeProviderId = AcmeProviderId,
            AccreditationStatement = errors.Required(AccreditationStatement, "/accreditationStatement"),
            JointProviders = errors.Texts(JointProviders, "/jointProviders"),
            SignatoryName = Signatory is null ? "" : errors.Required(Signatory.Name, "/signatory/name"),
            SignatoryTitle = Signatory is null ? "" : errors.Required(Signatory.Title, "/signatory/title"),
            TimeZone = errors.Required(TimeZone, "/timeZone"),
        };
        errors.ThrowIfAny();
        return record;
    }
}

/// <summary>Who signs a provider's certificates.</summary>
internal sealed record SignatoryRequest([property: Required] string? Name, [property: Required] string? Title);
