namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Text that only the holder of a key can read; here it is bytes.</summary>
public readonly record struct SealedText(ReadOnlyMemory<byte> Ciphertext)
{
    public bool Equals(SealedText other) => Ciphertext.Span.SequenceEqual(other.Ciphertext.Span);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Ciphertext.Span);
        return hash.ToHashCode();
    }
}
