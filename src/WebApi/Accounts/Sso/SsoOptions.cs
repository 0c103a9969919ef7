using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Accounts.Sso;

/// <summary>Sign-in at institutions by OpenID Connect, read from the section <see cref="SectionName"/>. Off while no institution is named.</summary>
public sealed class SsoOptions : IValidatableObject
{
    public const string SectionName = "Sso";

    /// <summary>The identity providers by the id of their institution.</summary>
    public Dictionary<string, SsoInstitution> Institutions { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (institutionId, institution) in Institutions)
        {
            if (!Ids.IsValid(institutionId) || !institution.IsComplete)
            {
                yield return new(
                    $"Sso:Institutions:{institutionId} needs an id of the contract's form, an Authority with https (or RequireHttps=false), a ClientId and a ClientSecret.",
                    [nameof(Institutions)]);
            }
        }
    }
}

/// <summary>One institution's identity provider.</summary>
public sealed record SsoInstitution
{
    /// <summary>What people read on the button; the institution's id when not set.</summary>
    public string? Name { get; init; }

    /// <summary>The provider's address, below which <c>.well-known/openid-configuration</c> is found.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    /// <summary>What the provider knows this installation by. A secret.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>
    /// The claim that holds the id of the person's learner. Whoever signs in for the first time is bound to that learner, if it
    /// is on the institution's roster. Without it people are bound by invitation.
    /// </summary>
    public string? LearnerIdClaim { get; init; }

    /// <summary>Whether the provider must be reached over TLS. The default is true; false is for tests.</summary>
    public bool RequireHttps { get; init; } = true;

    internal bool IsComplete =>
        Uri.TryCreate(Authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && !RequireHttps))
        && ClientId.Length > 0
        && ClientSecret.Length > 0;
}

/// <summary>Checks <see cref="SsoOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class SsoOptionsValidator : IValidateOptions<SsoOptions>;
