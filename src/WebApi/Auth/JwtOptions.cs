using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Settings of sign-in by tokens of an OpenID Connect issuer, read from the section <see cref="SectionName"/>. Off while no authority is set.</summary>
public sealed class JwtOptions : IValidatableObject
{
    public const string SectionName = "Security:Jwt";

    /// <summary>The issuer's address, below which <c>.well-known/openid-configuration</c> is found. Off when not set.</summary>
    [Url]
    public string? Authority { get; set; }

    /// <summary>What tokens must name as their audience. Required with an authority.</summary>
    public string? Audience { get; set; }

    /// <summary>The claim that holds operator, provider, institution or learner. The default is <c>cme_role</c>.</summary>
    [Required]
    public string RoleClaim { get; set; } = CallerClaims.Role;

    /// <summary>The claim that holds the id of the provider, institution or learner. The default is <c>cme_subject</c>.</summary>
    [Required]
    public string SubjectClaim { get; set; } = CallerClaims.Subject;

    /// <summary>Whether the issuer must be reached over TLS. The default is true; false is for tests.</summary>
    public bool RequireHttps { get; set; } = true;

    public bool IsOn => Authority is { Length: > 0 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && string.IsNullOrEmpty(Audience))
        {
            yield return new("Security:Jwt:Audience must be set together with Security:Jwt:Authority.", [nameof(Audience)]);
        }

        if (IsOn && RequireHttps && !Authority!.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("Security:Jwt:Authority must be an https address.", [nameof(Authority)]);
        }
    }
}

/// <summary>Checks <see cref="JwtOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class JwtOptionsValidator : IValidateOptions<JwtOptions>;
