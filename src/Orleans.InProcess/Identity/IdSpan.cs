using System.Text;

namespace Orleans.Runtime;

/// <summary>The bytes of an identity, in UTF-8, with their hash.</summary>
[GenerateSerializer, Immutable]
public readonly struct IdSpan : IEquatable<IdSpan>, IComparable<IdSpan>
{
    [Id(0)]
    private readonly int _hashCode;

    [Id(1)]
    private readonly byte[]? _value;

    /// <param name="value">Becomes the property of the id: the caller no longer writes to it.</param>
    public IdSpan(byte[] value)
    {
        _value = value;
        _hashCode = unchecked((int)StableHash.ComputeHash(value));
    }

    public ReadOnlyMemory<byte> Value => _value;

    public bool IsDefault => _value is null or { Length: 0 };

    public static IdSpan Create(string id) => new(Encoding.UTF8.GetBytes(id));

    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);

    public ReadOnlySpan<byte> AsSpan() => _value;

    /// <summary>The hash that is equal in every process.</summary>
    public uint GetUniformHashCode() => unchecked((uint)_hashCode);

    public override int GetHashCode() => _hashCode;

    public bool Equals(IdSpan other) =>
        ReferenceEquals(_value, other._value)
        || (_value is not null && other._value is not null && _value.AsSpan().SequenceEqual(other._value));

    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    public int CompareTo(IdSpan other) => AsSpan().SequenceCompareTo(other.AsSpan());

    public override string ToString() => _value is null ? "" : Encoding.UTF8.GetString(_value);
}
