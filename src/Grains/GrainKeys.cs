using CmeOrleans.Domain;

namespace CmeOrleans.Grains;

/// <summary>Keys of grains that belong to another: <c>owner/id</c>. Neither part holds a slash.</summary>
public static class GrainKeys
{
    private const char Separator = '/';

    public static string Join(string owner, string id) => $"{owner}{Separator}{id}";

    public static (string Owner, string Id) Split(string key)
    {
        var position = key.IndexOf(Separator, StringComparison.Ordinal);
        Invariant.Require(position > 0 && position < key.Length - 1, $"The key {key} has an owner and an id.");
        return (key[..position], key[(position + 1)..]);
    }
}
