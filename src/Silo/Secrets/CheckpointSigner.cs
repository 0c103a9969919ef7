using System.Security.Cryptography;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.Secrets;

/// <summary>Signs with an ECDSA P-256 key that it holds in memory.</summary>
internal sealed class CheckpointSigner : ICheckpointSigner, IDisposable
{
    private readonly ECDsa _key;

    // Signing goes through one native handle; a checkpoint is taken once a minute, so waiting costs nothing.
    private readonly Lock _gate = new();

    private CheckpointSigner(ECDsa key)
    {
        _key = key;
        KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
        PublicKeyPem = key.ExportSubjectPublicKeyInfoPem();
    }

    public string KeyId { get; }

    public string PublicKeyPem { get; }

    /// <summary>A new private key, PKCS #8 in PEM.</summary>
    public static byte[] Generate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <exception cref="FormatException"><paramref name="pem"/> is not a private key of ECDSA P-256.</exception>
    public static CheckpointSigner Parse(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: true).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                throw new FormatException("The key is of another curve.");
            }

            return new(key);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException or FormatException)
        {
            key.Dispose();
            throw new FormatException("Not a private key of ECDSA P-256 in PEM.", exception);
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> statement)
    {
        lock (_gate)
        {
            return _key.SignData(statement, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    public bool Verify(ReadOnlySpan<byte> statement, ReadOnlySpan<byte> signature)
    {
        lock (_gate)
        {
            return _key.VerifyData(
                statement, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    public void Dispose() => _key.Dispose();
}
