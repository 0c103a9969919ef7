using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>Names one claim. Its text form is <c>clm_</c> and a UUIDv7.</summary>
public readonly record struct ClaimId(Guid Value) : IPrefixedId<ClaimId>
{
    public static string Prefix => "clm_";

    public static ClaimId From(Guid value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out ClaimId id)
    {
        var parsed = PrefixedId.TryParse(text, Prefix, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => PrefixedId.Format(Prefix, Value);
}
