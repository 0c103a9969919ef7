using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Tells whether two commands with one key are the same: SHA-256 over route, ids and content in canonical form.</summary>
/// <remarks>Every field goes in with its length before it. A field that is not given differs from an empty one.</remarks>
public sealed class CommandFingerprint
{
    private const int NotGiven = -1;
    private const int BytesUsual = 256;

    private readonly ArrayBufferWriter<byte> _content = new(BytesUsual);

    /// <param name="operation">Method and route, such as <c>POST /v1/learners/{learnerId}/claims</c>.</param>
    /// <param name="ledgerId">The learner whose ledger is written.</param>
    public CommandFingerprint(string operation, string ledgerId) => Add(operation).Add(ledgerId);

    public CommandFingerprint Add(string? value)
    {
        if (value is null)
        {
            AddLength(NotGiven);
            return this;
        }

        AddLength(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _content);
        return this;
    }

    public CommandFingerprint Add(long? value)
    {
        if (value is not { } number)
        {
            AddLength(NotGiven);
            return this;
        }

        AddLength(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_content.GetSpan(sizeof(long)), number);
        _content.Advance(sizeof(long));
        return this;
    }

    public byte[] ToHash() => SHA256.HashData(_content.WrittenSpan);

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_content.GetSpan(sizeof(int)), length);
        _content.Advance(sizeof(int));
    }
}
