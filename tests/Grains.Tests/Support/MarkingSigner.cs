using CmeOrleans.Grains.Certificates;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>Signs papers with a line that tests can see.</summary>
internal sealed class MarkingSigner : IPaperSigner
{
    private int _signaturesCount;

    public static ReadOnlySpan<byte> Mark => "signed\n"u8;

    public int SignaturesCount => _signaturesCount;

    public byte[] Sign(byte[] paper)
    {
        Interlocked.Increment(ref _signaturesCount);
        return [.. paper, .. Mark];
    }
}
