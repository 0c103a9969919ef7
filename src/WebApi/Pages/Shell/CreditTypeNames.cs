using CmeOrleans.Grains.Interfaces.Directory;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>What people call credit types.</summary>
public sealed class CreditTypeNames
{
    private const string DirectoryKey = "pages";

    private readonly Dictionary<string, string> _names;

    private CreditTypeNames(Dictionary<string, string> names) => _names = names;

    /// <summary>The name of a type; its code if it is no longer in the pack.</summary>
    public string this[string code] => _names.GetValueOrDefault(code, code);

    public static async Task<CreditTypeNames> ReadAsync(IGrainFactory grains)
    {
        var types = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListCreditTypesAsync();
        return new(types.ToDictionary(type => type.Code, type => type.Name, StringComparer.Ordinal));
    }
}
