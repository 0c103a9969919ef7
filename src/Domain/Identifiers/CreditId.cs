using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>Names one credit: what one earning is worth in one credit type. Its text form is <c>crd_</c> and a UUIDv7.</summary>
public readonly record struct CreditId(Guid Value) : IPrefixedId<CreditId>
{
    public static string Prefix => "crd_";

    public static CreditId From(Guid value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out CreditId id)
    {
        var parsed = PrefixedId.TryParse(text, Prefix, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => PrefixedId.Format(Prefix, Value);
}
