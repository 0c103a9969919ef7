using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Paging;

/// <summary>A query parameter of an operation. What an operation does not list is refused.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Description">What it does, for the reader of the OpenAPI document.</param>
internal sealed record QueryParameter(string Name, string Description)
{
    public const string LimitName = "limit";
    public const string CursorName = "cursor";
    public const string SortName = "sort";

    /// <summary>The only values it may have; any when empty.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    public bool IsInteger { get; init; }

    public static QueryParameter Limit { get; } = new(LimitName, "How many items at most: 50 when not given, and at most 200; a larger number counts as 200.") { IsInteger = true };

    public static QueryParameter Cursor { get; } = new(CursorName, "Where to go on: nextCursor of the page before, with the same filters and order.");

    /// <param name="keys">The keys without sign; each may be turned round with a leading <c>-</c>.</param>
    public static QueryParameter Sort(params ReadOnlySpan<string> keys)
    {
        var values = ImmutableArray.CreateBuilder<string>(keys.Length * 2);
        foreach (var key in keys)
        {
            values.Add(key);
            values.Add("-" + key);
        }

        return new(SortName, "The order; a leading minus turns it round.") { Values = values.ToImmutable() };
    }
}
