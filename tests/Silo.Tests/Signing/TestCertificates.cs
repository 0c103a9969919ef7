using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CmeOrleans.Silo.Tests.Signing;

/// <summary>Certificates that sign papers, made for a test, each below an authority of the test.</summary>
internal static class TestCertificates
{
    public const string HolderName = "Lakeside Medical Education";
    public const string AuthorityName = "Lakeside Test Authority";
    public const string Password = "open sesame";

    public static DateTimeOffset ValidFrom { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset ValidUntil { get; } = new(2126, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The certificate, its key and the authority's certificate as PKCS #12.</summary>
    public static byte[] OfRsa(int bits = 2_048, X509KeyUsageFlags usage = X509KeyUsageFlags.NonRepudiation)
    {
        using var key = RSA.Create(bits);
        using var bare = Issue(
            new($"CN={HolderName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), usage, out var authority);
        using var certificate = bare.CopyWithPrivateKey(key);
        return Pack(certificate, authority);
    }

    /// <inheritdoc cref="OfRsa"/>
    public static byte[] OfEcdsa()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = Issue(new($"CN={HolderName}", key, HashAlgorithmName.SHA256), X509KeyUsageFlags.DigitalSignature, out var authority);
        using var certificate = bare.CopyWithPrivateKey(key);
        return Pack(certificate, authority);
    }

    /// <summary>Certificates without any key.</summary>
    public static byte[] WithoutKey()
    {
        using var key = RSA.Create(2_048);
        using var bare = Issue(
            new($"CN={HolderName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), X509KeyUsageFlags.NonRepudiation, out var authority);
        return Pack(bare, authority);
    }

    private static X509Certificate2 Issue(CertificateRequest request, X509KeyUsageFlags usage, out X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var above = new CertificateRequest($"CN={AuthorityName}", key, HashAlgorithmName.SHA256);
        above.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var signer = above.CreateSelfSigned(ValidFrom, ValidUntil);
        authority = X509CertificateLoader.LoadCertificate(signer.RawData);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        return request.Create(signer.SubjectName, X509SignatureGenerator.CreateForECDsa(key), ValidFrom, ValidUntil, [1, 2, 3]);
    }

    private static byte[] Pack(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using (authority)
        {
            return new X509Certificate2Collection { certificate, authority }.Export(X509ContentType.Pkcs12, Password)!;
        }
    }
}
