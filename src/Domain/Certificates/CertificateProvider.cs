using System.Collections.Immutable;

namespace CmeOrleans.Domain.Certificates;

/// <summary>The accredited provider as it stood when the claim was made.</summary>
public sealed record CertificateProvider
{
    public required string Name { get; init; }

    /// <summary>The postal address; line breaks separate its lines.</summary>
    public required string Address { get; init; }

    /// <summary>The accreditor's statement, word for word.</summary>
    public required string AccreditationStatement { get; init; }

    /// <summary>Partners in joint providership, without accreditation of their own. Empty if there are none.</summary>
    public required ImmutableArray<string> JointProviders { get; init; }

    /// <summary>Who signs for the provider.</summary>
    public required string SignatoryName { get; init; }

    /// <summary>The signatory's office, such as <c>Director of Medical Education</c>.</summary>
    public required string SignatoryTitle { get; init; }
}
