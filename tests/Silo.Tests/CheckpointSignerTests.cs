using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Silo.Secrets;

namespace CmeOrleans.Silo.Tests;

public sealed class CheckpointSignerTests
{
    private readonly string _pem = Encoding.ASCII.GetString(CheckpointSigner.Generate());

    [Fact]
    public void A_signature_fits_its_statement_alone()
    {
        using var signer = CheckpointSigner.Parse(_pem);
        var signature = signer.Sign("statement"u8);

        Assert.Equal(64, signature.Length);
        Assert.True(signer.Verify("statement"u8, signature));
        Assert.False(signer.Verify("Statement"u8, signature));
        Assert.False(signer.Verify("statement"u8, signature.AsSpan(0, 63)));
    }

    /// <summary>Whoever holds a checkpoint must be able to check it with the public key and no code of ours.</summary>
    [Fact]
    public void The_public_key_verifies_elsewhere_and_its_hash_is_the_key_id()
    {
        using var signer = CheckpointSigner.Parse(_pem);
        using var elsewhere = ECDsa.Create();
        elsewhere.ImportFromPem(signer.PublicKeyPem);

        Assert.True(elsewhere.VerifyData("statement"u8, signer.Sign("statement"u8), HashAlgorithmName.SHA256));
        Assert.StartsWith(signer.KeyId, Convert.ToHexStringLower(SHA256.HashData(elsewhere.ExportSubjectPublicKeyInfo())), StringComparison.Ordinal);
        Assert.Equal(16, signer.KeyId.Length);
    }

    [Fact]
    public void The_same_file_gives_the_same_key()
    {
        using var first = CheckpointSigner.Parse(_pem);
        using var second = CheckpointSigner.Parse(_pem);

        Assert.Equal(first.KeyId, second.KeyId);
        Assert.True(second.Verify("statement"u8, first.Sign("statement"u8)));
    }

    [Fact]
    public void Other_keys_and_other_text_are_refused()
    {
        using var otherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var otherKind = RSA.Create(2048);
        using var publicHalf = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Throws<FormatException>(() => CheckpointSigner.Parse(otherCurve.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<FormatException>(() => CheckpointSigner.Parse(otherKind.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<FormatException>(() => CheckpointSigner.Parse(publicHalf.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<FormatException>(() => CheckpointSigner.Parse("not a key"));
    }
}
