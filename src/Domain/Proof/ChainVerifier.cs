using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Domain.Proof;

/// <summary>Checks the rows of one ledger for gaps, broken links and changed bytes.</summary>
/// <remarks>
/// The hash covers what a row says: ledger, seq, kind, link and body. Command key, fingerprint and time stand beside it; of
/// these only the time can be checked, which never goes back.
/// Written apart from the code that makes the hashes, after the description in the documentation alone, so that one
/// mistake does not hide the other. It says what is wrong and goes on: an auditor wants all of it.
/// </remarks>
public sealed class ChainVerifier(string ledgerId)
{
    private const int FaultsMax = 100;

    private readonly List<ChainFault> _faults = [];
    private byte[] _expectedPrevious = new byte[32];
    private DateTimeOffset _lastAt = DateTimeOffset.MinValue;

    /// <summary>The seq of the last row seen.</summary>
    public long Version { get; private set; }

    /// <summary>What is wrong so far, at most 100 faults.</summary>
    public IReadOnlyList<ChainFault> Faults => _faults;

    /// <summary>Takes the next row, in ascending order of seq.</summary>
    public void Add(LedgerRow row)
    {
        if (row.LedgerId != ledgerId)
        {
            Report(row.Seq, "belongs to another ledger");
        }

        if (row.Seq != Version + 1)
        {
            Report(row.Seq, $"follows row {Version}; rows between them are missing");
        }
        else if (!row.PreviousHash.Span.SequenceEqual(_expectedPrevious))
        {
            Report(row.Seq, "does not name the hash of the row before it");
        }

        if (!row.Hash.Span.SequenceEqual(Recompute(row)))
        {
            Report(row.Seq, "has another hash than its content");
        }

        if (row.At < _lastAt)
        {
            Report(row.Seq, "was stored before the row in front of it");
        }

        Version = row.Seq;
        _lastAt = row.At;
        _expectedPrevious = row.Hash.ToArray();
    }

    private static byte[] Recompute(LedgerRow row)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData([0x01]);
        Append(sha256, Encoding.UTF8.GetBytes(row.LedgerId));
        Append(sha256, BigEndian(row.Seq, 8));
        Append(sha256, Encoding.UTF8.GetBytes(row.Kind));
        Append(sha256, row.PreviousHash.ToArray());
        Append(sha256, row.Body.ToArray());
        return sha256.GetHashAndReset();
    }

    private static void Append(IncrementalHash sha256, byte[] field)
    {
        sha256.AppendData(BigEndian(field.Length, 4));
        sha256.AppendData(field);
    }

    private static byte[] BigEndian(long value, int length)
    {
        var bytes = new byte[length];
        for (var index = length - 1; index >= 0; index--)
        {
            bytes[index] = (byte)value;
            value >>= 8;
        }

        return bytes;
    }

    private void Report(long seq, string fault)
    {
        if (_faults.Count < FaultsMax)
        {
            _faults.Add(new(ledgerId, seq, $"Row {seq} of ledger {ledgerId} {fault}."));
        }
    }
}
