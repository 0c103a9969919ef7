using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>Names one licence of a learner. Its text form is <c>lic_</c> and a UUIDv7.</summary>
public readonly record struct LicenceId(Guid Value) : IPrefixedId<LicenceId>
{
    public static string Prefix => "lic_";

    public static LicenceId From(Guid value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out LicenceId id)
    {
        var parsed = PrefixedId.TryParse(text, Prefix, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => PrefixedId.Format(Prefix, Value);
}
