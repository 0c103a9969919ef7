using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CmeOrleans.PaperTools;

/// <summary>Certificates that sign papers, made for a test, each below an authority of the test.</summary>
public static class TestCertificates
{
    public const string HolderName = "Lakeside Medical Education";
    public const string AuthorityName = "Lakeside Test Authority";
    public const string Password = "open sesame";

    private const X509KeyUsageFlags Signs = X509KeyUsageFlags.NonRepudiation;

    public static DateTimeOffset ValidFrom { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset ValidUntil { get; } = new(2126, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A certificate, its key and the authority's certificate as PKCS #12.</summary>
    /// <param name="usage">What the key is for; none leaves it open.</param>
    /// <param name="purpose">What the certificate is for, as an object identifier; none leaves it open.</param>
    public static byte[] OfRsa(int bits = 2_048, X509KeyUsageFlags usage = Signs, string? purpose = null)
    {
        using var key = RSA.Create(bits);
        using var bare = Issue(RequestOf(key), usage, purpose, out var authority);
        using var certificate = bare.CopyWithPrivateKey(key);
        return Pack(certificate, authority);
    }

    /// <inheritdoc cref="OfRsa"/>
    public static byte[] OfEcdsa()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = Issue(
            new($"CN={HolderName}", key, HashAlgorithmName.SHA256), X509KeyUsageFlags.DigitalSignature, purpose: null, out var authority);
        using var certificate = bare.CopyWithPrivateKey(key);
        return Pack(certificate, authority);
    }

    /// <summary>A certificate and its key without the authority's certificate.</summary>
    public static byte[] WithoutIssuer()
    {
        using var key = RSA.Create(2_048);
        using var bare = Issue(RequestOf(key), Signs, purpose: null, out var authority);
        using var certificate = bare.CopyWithPrivateKey(key);
        return Pack(certificate);
    }

    /// <summary>Certificates without any key.</summary>
    public static byte[] WithoutKey()
    {
        using var key = RSA.Create(2_048);
        using var bare = Issue(RequestOf(key), Signs, purpose: null, out var authority);
        return Pack(bare, authority);
    }

    /// <summary>Two certificates with their keys, of which each may sign.</summary>
    public static byte[] OfTwo()
    {
        using var firstKey = RSA.Create(2_048);
        using var secondKey = RSA.Create(2_048);
        using var first = RequestOf(firstKey).CreateSelfSigned(ValidFrom, ValidUntil);
        using var second = RequestOf(secondKey).CreateSelfSigned(ValidFrom, ValidUntil);
        return Pack(first, second);
    }

    /// <summary>A certificate of its own authority beside one that has nothing to do with it.</summary>
    public static byte[] OfItself()
    {
        using var key = RSA.Create(2_048);
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = RequestOf(key).CreateSelfSigned(ValidFrom, ValidUntil);
        using var other = new CertificateRequest("CN=Stranger", otherKey, HashAlgorithmName.SHA256).CreateSelfSigned(ValidFrom, ValidUntil);
        using var stranger = X509CertificateLoader.LoadCertificate(other.RawData);
        return Pack(certificate, stranger);
    }

    private static CertificateRequest RequestOf(RSA key) => new($"CN={HolderName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 Issue(
        CertificateRequest request, X509KeyUsageFlags usage, string? purpose, out X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var above = new CertificateRequest($"CN={AuthorityName}", key, HashAlgorithmName.SHA256);
        above.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var signer = above.CreateSelfSigned(ValidFrom, ValidUntil);
        authority = X509CertificateLoader.LoadCertificate(signer.RawData);
        if (usage != X509KeyUsageFlags.None)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        }

        if (purpose is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        }

        return request.Create(signer.SubjectName, X509SignatureGenerator.CreateForECDsa(key), ValidFrom, ValidUntil, [1, 2, 3]);
    }

    private static byte[] Pack(params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs12, Password)!;
}
