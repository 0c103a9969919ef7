using System.Globalization;
using System.Text;

namespace Orleans.Runtime;

/// <summary>The identity of a stream: a namespace, which may be missing, and a key.</summary>
[GenerateSerializer, Immutable]
public readonly struct StreamId : IEquatable<StreamId>, IComparable<StreamId>
{
    [Id(0)]
    private readonly byte[] _fullKey;

    [Id(1)]
    private readonly ushort _keyIndex;

    private StreamId(byte[] fullKey, int keyIndex)
    {
        _fullKey = fullKey;
        _keyIndex = checked((ushort)keyIndex);
    }

    public ReadOnlyMemory<byte> FullKey => _fullKey;

    public ReadOnlyMemory<byte> Namespace => _fullKey.AsMemory(0, _keyIndex);

    public ReadOnlyMemory<byte> Key => _fullKey.AsMemory(_keyIndex);

    /// <exception cref="ArgumentNullException"><paramref name="key"/> is empty.</exception>
    public static StreamId Create(ReadOnlySpan<byte> ns, ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty)
        {
            throw new ArgumentNullException(nameof(key));
        }

        return new([.. ns, .. key], ns.Length);
    }

    public static StreamId Create(string? ns, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(Encoding.UTF8.GetBytes(ns + key), ns is null ? 0 : Encoding.UTF8.GetByteCount(ns));
    }

    public static StreamId Create(string? ns, Guid key) => Create(ns, key.ToString("N"));

    public static StreamId Create(string? ns, long key) => Create(ns, key.ToString(CultureInfo.InvariantCulture));

    public static bool operator ==(StreamId left, StreamId right) => left.Equals(right);

    public static bool operator !=(StreamId left, StreamId right) => !left.Equals(right);

    public string GetKeyAsString() => Encoding.UTF8.GetString(Key.Span);

    public string? GetNamespace() => _keyIndex == 0 ? null : Encoding.UTF8.GetString(Namespace.Span);

    public override int GetHashCode() => unchecked((int)StableHash.ComputeHash(_fullKey));

    public bool Equals(StreamId other) => _keyIndex == other._keyIndex && FullKey.Span.SequenceEqual(other.FullKey.Span);

    public override bool Equals(object? obj) => obj is StreamId other && Equals(other);

    public int CompareTo(StreamId other) => FullKey.Span.SequenceCompareTo(other.FullKey.Span);

    public override string ToString() => $"{GetNamespace() ?? "null"}/{GetKeyAsString()}";
}
