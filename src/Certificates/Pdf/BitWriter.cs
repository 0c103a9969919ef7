namespace CmeOrleans.Certificates.Pdf;

/// <summary>Collects bits, the lowest bit of each byte first, as RFC 1951 packs them.</summary>
internal sealed class BitWriter(int bytesExpected)
{
    private byte[] _bytes = new byte[Math.Max(bytesExpected, 16)];
    private int _length;
    private ulong _pending;
    private int _pendingCount;

    /// <summary>Writes the lowest <paramref name="count"/> bits of a number, at most 32.</summary>
    public void Write(int bits, int count)
    {
        _pending |= (ulong)(uint)bits << _pendingCount;
        _pendingCount += count;
        while (_pendingCount >= 8)
        {
            if (_length == _bytes.Length)
            {
                Array.Resize(ref _bytes, _length * 2);
            }

            _bytes[_length++] = (byte)_pending;
            _pending >>= 8;
            _pendingCount -= 8;
        }
    }

    public void AlignToByte()
    {
        if (_pendingCount > 0)
        {
            Write(0, 8 - _pendingCount);
        }
    }

    public byte[] ToArray() => _bytes[.._length];
}
