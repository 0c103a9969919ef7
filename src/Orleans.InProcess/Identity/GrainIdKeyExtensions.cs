using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Orleans.Runtime;

/// <summary>The text forms of keys: a Guid as 32 hexadecimal digits, an integer as hexadecimal digits.</summary>
public static class GrainIdKeyExtensions
{
    public static IdSpan CreateIntegerKey(long key) => IdSpan.Create(key.ToString("X", CultureInfo.InvariantCulture));

    public static IdSpan CreateGuidKey(Guid key) => IdSpan.Create(key.ToString("N"));

    /// <exception cref="ArgumentException">The key is not an integer key.</exception>
    public static long GetIntegerKey(this GrainId grainId) =>
        Utf8Parser.TryParse(grainId.Key.AsSpan(), out long key, out var consumed, 'X') && consumed == grainId.Key.AsSpan().Length
            ? key
            : throw new ArgumentException($"Value \"{grainId}\" is not in the correct format for an Integer key.", nameof(grainId));

    /// <exception cref="ArgumentException">The key is not a Guid key.</exception>
    public static Guid GetGuidKey(this GrainId grainId) =>
        Guid.TryParseExact(Encoding.UTF8.GetString(grainId.Key.AsSpan()), "N", out var key)
            ? key
            : throw new ArgumentException($"Value \"{grainId}\" is not in the correct format for a Guid key.", nameof(grainId));
}
