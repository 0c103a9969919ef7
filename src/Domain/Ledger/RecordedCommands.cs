using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The commands of one ledger by their keys. One for every row, for ever, and therefore flat: of a key its hash is kept.</summary>
/// <remarks>Who finds two keys whose hashes begin with the same 128 bits, after some 2⁶⁴ tries, can harm the ledgers he writes to and no others.</remarks>
internal sealed class RecordedCommands
{
    // A key of 255 characters and the tenant before it, at three bytes each, which is what UTF-8 may take.
    private const int KeyBytesOnStack = 1024;

    private readonly Dictionary<UInt128, RecordedCommand> _byKeyHash = [];

    public int Count => _byKeyHash.Count;

    /// <summary>All of them with the hashes of their keys, in the order of the rows.</summary>
    public IEnumerable<KeyValuePair<UInt128, RecordedCommand>> Entries => _byKeyHash;

    public bool TryAdd(UInt128 keyHash, RecordedCommand command) => _byKeyHash.TryAdd(keyHash, command);

    public bool TryFind(UInt128 keyHash, out RecordedCommand command) => _byKeyHash.TryGetValue(keyHash, out command);

    public void EnsureCapacity(int count) => _byKeyHash.EnsureCapacity(count);

    /// <summary>Takes in what <see cref="Entries"/> gave.</summary>
    public void Restore(UInt128 keyHash, RecordedCommand command) =>
        Invariant.Require(_byKeyHash.TryAdd(keyHash, command), $"The command key of row {command.Seq} is in the ledger once.");

    /// <summary>The first half of SHA-256 of the key in UTF-8.</summary>
    public static UInt128 HashOf(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var lengthMax = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = lengthMax <= KeyBytesOnStack ? stackalloc byte[KeyBytesOnStack] : new byte[lengthMax];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
        return new Sha256Value(hash).Front;
    }
}
