using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>Names one certificate: what one claim holds for one course. Its text form is <c>crt_</c> and a UUIDv7.</summary>
public readonly record struct CertificateId(Guid Value) : IPrefixedId<CertificateId>
{
    public static string Prefix => "crt_";

    public static CertificateId From(Guid value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out CertificateId id)
    {
        var parsed = PrefixedId.TryParse(text, Prefix, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => PrefixedId.Format(Prefix, Value);
}
