using System.Security.Cryptography;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>Signs with a key made for the test.</summary>
internal sealed class TestSigner : ICheckpointSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId => Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()))[..16];

    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem();

    public byte[] Sign(ReadOnlySpan<byte> statement) => _key.SignData(statement, HashAlgorithmName.SHA256);

    public bool Verify(ReadOnlySpan<byte> statement, ReadOnlySpan<byte> signature) => _key.VerifyData(statement, signature, HashAlgorithmName.SHA256);

    public void Dispose() => _key.Dispose();
}
