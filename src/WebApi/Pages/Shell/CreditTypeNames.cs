using CmeOrleans.Grains.Interfaces.Directory;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>What people call credit types, and how they are written.</summary>
public sealed class CreditTypeNames
{
    private const string DirectoryKey = "pages";

    private readonly Dictionary<string, CreditWording> _wordings;

    private CreditTypeNames(Dictionary<string, CreditWording> wordings, IReadOnlyList<(string Code, string Name)> offerable) =>
        (_wordings, Offerable) = (wordings, offerable);

    /// <summary>The types that courses can offer, in the order of the pack.</summary>
    public IReadOnlyList<(string Code, string Name)> Offerable { get; }

    /// <summary>The name of a type; its code if it is no longer in the pack.</summary>
    public string this[string code] => WordingOf(code).Name;

    /// <summary>How a type is written; its code if it is no longer in the pack.</summary>
    public CreditWording WordingOf(string code) => _wordings.TryGetValue(code, out var wording) ? wording : new(code, code, code);

    public static async Task<CreditTypeNames> ReadAsync(IGrainFactory grains)
    {
        var types = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListCreditTypesAsync();
        return new(
            types.ToDictionary(type => type.Code, type => new CreditWording(type.Name, type.Singular, type.Plural), StringComparer.Ordinal),
            [.. types.Where(type => type.IsOfferable).Select(type => (type.Code, type.Name))]);
    }
}
