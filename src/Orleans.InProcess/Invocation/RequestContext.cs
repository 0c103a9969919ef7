using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Named values that flow with calls from grain to grain. Values are shared, not copied: they must be immutable.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Current = new();

    public static IEnumerable<string> Keys => Values?.Keys ?? [];

    public static IEnumerable<KeyValuePair<string, object>> Entries => Values ?? ImmutableDictionary<string, object>.Empty;

    /// <summary>All values, or <see langword="null"/> when there are none, which is the common case and costs nothing.</summary>
    internal static ImmutableDictionary<string, object>? Values
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    public static object? Get(string key) => Values?.GetValueOrDefault(key);

    public static void Set(string key, object value) =>
        Values = (Values ?? ImmutableDictionary<string, object>.Empty).SetItem(key, value);

    public static bool Remove(string key)
    {
        if (Values is not { } values || !values.ContainsKey(key))
        {
            return false;
        }

        Values = values.Count == 1 ? null : values.Remove(key);
        return true;
    }

    public static void Clear()
    {
        if (Values is not null)
        {
            Values = null;
        }
    }
}
