using System.Security.Cryptography;
using CmeOrleans.Silo.Secrets;

namespace CmeOrleans.Silo.Tests;

public sealed class NodeSealTests
{
    private static readonly MasterKey Key = MasterKey.Parse(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.SizeBytes)));

    [Fact]
    public void Seal_opens_for_its_purpose_under_its_key_and_unchanged()
    {
        var seal = new NodeSeal(Key);
        byte[] clear = [1, 2, 3];
        var sealedBytes = seal.Seal("a", clear);
        var other = new NodeSeal(MasterKey.Parse(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.SizeBytes))));

        Assert.Equal(clear, new NodeSeal(Key).Open("a", sealedBytes));
        Assert.NotEqual(sealedBytes, seal.Seal("a", clear));
        Assert.ThrowsAny<CryptographicException>(() => seal.Open("b", sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => other.Open("a", sealedBytes));
        for (var position = 0; position < sealedBytes.Length; position++)
        {
            byte[] changed = [.. sealedBytes];
            changed[position] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => seal.Open("a", changed));
        }

        Assert.ThrowsAny<CryptographicException>(() => seal.Open("a", []));
    }
}
