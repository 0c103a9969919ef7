using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CmeOrleans.Domain.Packs;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>All credit types that the product knows, in the order in which they are shown. Immutable.</summary>
public sealed class CreditTypePack
{
    public const int CreditTypesMax = 200;

    private readonly FrozenDictionary<string, CreditType> _byCode;

    internal CreditTypePack(ImmutableArray<CreditType> creditTypes)
    {
        CreditTypes = creditTypes;
        _byCode = creditTypes.ToFrozenDictionary(creditType => creditType.Code, StringComparer.Ordinal);
    }

    /// <summary>The credit types in the order of the file.</summary>
    public ImmutableArray<CreditType> CreditTypes { get; }

    /// <summary>The credit type of that code, for codes that come from our own journal.</summary>
    /// <exception cref="KeyNotFoundException">The pack has no such code.</exception>
    public CreditType this[string code] => _byCode.TryGetValue(code, out var creditType)
        ? creditType
        : throw new KeyNotFoundException($"The pack of credit types has no code {code}.");

    /// <summary>Reads a pack, all of it or nothing.</summary>
    /// <param name="utf8Json">The file as it is in <c>data/credit-types.json</c>.</param>
    /// <exception cref="PackException">The file is no JSON, or a value is missing, unknown or out of bounds.</exception>
    public static CreditTypePack Parse(ReadOnlyMemory<byte> utf8Json) => CreditTypePackReader.Read(utf8Json);

    /// <summary>Finds a credit type by its code; case counts.</summary>
    public bool TryFind(string? code, [NotNullWhen(true)] out CreditType? creditType)
    {
        creditType = null;
        return code is not null && _byCode.TryGetValue(code, out creditType);
    }
}
