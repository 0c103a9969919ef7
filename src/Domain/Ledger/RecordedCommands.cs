using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The commands of one ledger by their keys. One for every row, for ever, and therefore flat: of a key its hash is kept.</summary>
internal sealed class RecordedCommands
{
    // A key of 255 characters, the tenant before it, and room to spare; all of them ASCII.
    private const int KeyBytesOnStack = 512;

    private readonly Dictionary<UInt128, RecordedCommand> _byKeyHash = [];

    public int Count => _byKeyHash.Count;

    /// <summary>All of them with the hashes of their keys, in the order of the rows.</summary>
    public IEnumerable<KeyValuePair<UInt128, RecordedCommand>> Entries => _byKeyHash;

    public bool TryAdd(string key, RecordedCommand command) => _byKeyHash.TryAdd(HashOf(key), command);

    public bool TryFind(string key, out RecordedCommand command) => _byKeyHash.TryGetValue(HashOf(key), out command);

    public void EnsureCapacity(int count) => _byKeyHash.EnsureCapacity(count);

    /// <summary>Takes in what <see cref="Entries"/> gave.</summary>
    public void Restore(UInt128 keyHash, RecordedCommand command) =>
        Invariant.Require(_byKeyHash.TryAdd(keyHash, command), $"The command key of row {command.Seq} is in the ledger once.");

    private static UInt128 HashOf(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var lengthMax = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = lengthMax <= KeyBytesOnStack ? stackalloc byte[KeyBytesOnStack] : new byte[lengthMax];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
        return new Sha256Value(hash).Front;
    }
}
