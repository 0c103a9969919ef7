using System.Diagnostics;

namespace CmeOrleans.Domain.Certificates;

/// <summary>The names of <see cref="CertificateKind"/> in the API and in data packs.</summary>
public static class CertificateKindNames
{
    public static string ToApiName(this CertificateKind kind) => kind switch
    {
        CertificateKind.None => "none",
        CertificateKind.Participation => "participation",
        CertificateKind.Attendance => "attendance",
        _ => throw new UnreachableException($"No name for certificate kind {kind}."),
    };

    /// <summary>Reads a name as <see cref="ToApiName"/> writes it; case counts.</summary>
    public static bool TryParse(string? name, out CertificateKind kind)
    {
        (kind, var isKnown) = name switch
        {
            "none" => (CertificateKind.None, true),
            "participation" => (CertificateKind.Participation, true),
            "attendance" => (CertificateKind.Attendance, true),
            _ => (CertificateKind.None, false),
        };
        return isKnown;
    }
}
