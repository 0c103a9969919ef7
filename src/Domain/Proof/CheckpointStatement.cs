using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CmeOrleans.Domain.Proof;

/// <summary>What a checkpoint states and what is signed of it.</summary>
/// <remarks>
/// The chain of one ledger cannot show that its tail was cut or that the ledger is gone. A checkpoint can: its root covers
/// the newest row of every ledger that changed since the checkpoint before, and its predecessor.
/// </remarks>
public sealed record CheckpointStatement
{
    public const int FormatVersion = 1;

    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Merkle root over the leaves, lower-case hex.</summary>
    public required string Root { get; init; }

    /// <summary>How many ledgers changed since the checkpoint before.</summary>
    public required int Leaves { get; init; }

    /// <summary>How many rows the journal had up to here, all ledgers together.</summary>
    public required long Rows { get; init; }

    /// <summary>SHA-256 of the signed bytes of the checkpoint before, lower-case hex; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>The bytes that are signed: JSON with the fields in fixed order.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format"u8, FormatVersion);
            writer.WriteNumber("number"u8, Number);
            writer.WriteString("at"u8, At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("root"u8, Root);
            writer.WriteNumber("leaves"u8, Leaves);
            writer.WriteNumber("rows"u8, Rows);
            writer.WriteString("previous"u8, Previous);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <exception cref="JsonException">The bytes are not a statement of this format, exactly as <see cref="ToBytes"/> writes it.</exception>
    public static CheckpointStatement Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind is JsonValueKind.Object
            && Field(root, "number", JsonValueKind.Number).TryGetInt64(out var number)
            && Field(root, "at", JsonValueKind.String).TryGetDateTimeOffset(out var at)
            && Field(root, "leaves", JsonValueKind.Number).TryGetInt32(out var leaves)
            && Field(root, "rows", JsonValueKind.Number).TryGetInt64(out var rows))
        {
            var statement = new CheckpointStatement
            {
                Number = number,
                At = at,
                Root = Field(root, "root", JsonValueKind.String).ToString(),
                Leaves = leaves,
                Rows = rows,
                Previous = Field(root, "previous", JsonValueKind.String).ToString(),
            };

            // A statement has one form. What differs from it, such as a second format or trailing bytes, was not signed by us.
            if (bytes.SequenceEqual(statement.ToBytes()))
            {
                return statement;
            }
        }

        throw new JsonException("The bytes are not a checkpoint of this format.");
    }

    /// <summary>The leaf of one ledger: ledger id with its length in four big-endian bytes before it, seq in eight, hash of the row.</summary>
    public static byte[] Leaf(string ledgerId, long seq, ReadOnlySpan<byte> hash)
    {
        var id = Encoding.UTF8.GetBytes(ledgerId);
        var leaf = new byte[sizeof(int) + id.Length + sizeof(long) + hash.Length];
        BinaryPrimitives.WriteInt32BigEndian(leaf, id.Length);
        id.CopyTo(leaf, sizeof(int));
        BinaryPrimitives.WriteInt64BigEndian(leaf.AsSpan(sizeof(int) + id.Length), seq);
        hash.CopyTo(leaf.AsSpan(sizeof(int) + id.Length + sizeof(long)));
        return leaf;
    }

    private static JsonElement Field(JsonElement root, string name, JsonValueKind kind) =>
        root.TryGetProperty(name, out var field) && field.ValueKind == kind
            ? field
            : throw new JsonException($"The field {name} of a checkpoint is missing or of another kind.");
}
