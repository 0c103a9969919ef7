using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>Names one earning: one topic of a course, completed once by one learner. Its text form is <c>ern_</c> and a UUIDv7.</summary>
public readonly record struct EarningId(Guid Value) : IPrefixedId<EarningId>
{
    public static string Prefix => "ern_";

    public static EarningId From(Guid value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, out EarningId id)
    {
        var parsed = PrefixedId.TryParse(text, Prefix, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => PrefixedId.Format(Prefix, Value);
}
