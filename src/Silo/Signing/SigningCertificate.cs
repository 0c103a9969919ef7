using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace CmeOrleans.Silo.Signing;

/// <summary>The certificate that signs papers, with its private key and the certificates above it.</summary>
/// <remarks>Signatures are those of ETSI EN 319 122-1 (CAdES), level B. Safe to use from any number of threads at once.</remarks>
internal sealed class SigningCertificate : IDisposable
{
    private const int RsaBitsMin = 2_048;
    private const int EcdsaBitsMin = 256;

    // Signatures of one certificate are of one length, but for some bytes of ECDSA.
    private const int SpareBytes = 64;

    // RFC 5035, section 3.
    private static readonly Oid SigningCertificateV2 = new("1.2.840.113549.1.9.16.2.47");
    private static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1");

    // Any purpose; documents (RFC 9336); mail; documents, as Microsoft and as Adobe name them. Others, such as that of a web server,
    // are refused by viewers.
    private static readonly string[] Purposes =
        ["2.5.29.37.0", "1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4", "1.3.6.1.4.1.311.10.3.12", "1.2.840.113583.1.1.5"];

    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _above;

    private SigningCertificate(X509Certificate2 certificate, X509Certificate2Collection above)
    {
        (_certificate, _above) = (certificate, above);
        HolderName = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        ValidFrom = new(certificate.NotBefore.ToUniversalTime());
        ValidUntil = new(certificate.NotAfter.ToUniversalTime());
        SignatureBytesMax = SignTrial().Length + SpareBytes;
    }

    public string HolderName { get; }

    /// <summary>By which logs name it: a holder may be a person.</summary>
    public string Thumbprint => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public DateTimeOffset ValidFrom { get; }

    public DateTimeOffset ValidUntil { get; }

    /// <summary>Whether the certificate of its issuer was not in the file, so that viewers may not find the way up to who they trust.</summary>
    public bool LacksIssuer => _above.Count == 0 && !Is(_certificate.IssuerName, _certificate.SubjectName);

    public int SignatureBytesMax { get; }

    /// <exception cref="FormatException">
    /// The bytes are not PKCS #12 under this password, or do not hold exactly one certificate that may sign documents and can.
    /// </exception>
    public static SigningCertificate Parse(byte[] pkcs12, string? password)
    {
        var all = Load(pkcs12, password);
        var signers = all.Where(certificate => certificate.HasPrivateKey && MaySign(certificate)).ToArray();
        try
        {
            return signers is [var signer]
                ? Try(signer, FindAbove(signer, all))
                : throw new FormatException(
                    "It must hold one certificate that may sign documents, with its private key: RSA from 2,048 bits or ECDSA from 256.");
        }
        catch (FormatException)
        {
            Dispose(all);
            throw;
        }
    }

    public bool IsValidAt(DateTimeOffset instant) => instant >= ValidFrom && instant <= ValidUntil;

    /// <summary>Signs the content, which is not in the signature, with the certificates from the file.</summary>
    public byte[] Sign(byte[] content)
    {
        var message = new SignedCms(new(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _certificate)
        {
            DigestAlgorithm = Sha256,

            // What is above it comes from the file alone: nothing is looked for on the machine or the network.
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(_above);
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, NameCertificate()));
        message.ComputeSignature(signer, silent: true);
        return message.Encode();
    }

    public void Dispose()
    {
        _certificate.Dispose();
        Dispose(_above);
    }

    private static X509Certificate2Collection Load(byte[] pkcs12, string? password)
    {
        // Keys stay in memory, where the system can do that; macOS cannot.
        var storage = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(pkcs12, password, storage);
        }
        catch (CryptographicException exception)
        {
            throw new FormatException($"It is not PKCS #12, or the password is another: {exception.Message}", exception);
        }
    }

    private static SigningCertificate Try(X509Certificate2 signer, X509Certificate2Collection above)
    {
        try
        {
            return new(signer, above);
        }
        catch (CryptographicException exception)
        {
            throw new FormatException($"Its private key does not sign for its certificate: {exception.Message}", exception);
        }
    }

    /// <summary>The issuer, the issuer's issuer and so on, as far as the file has them. The rest of the file is let go.</summary>
    private static X509Certificate2Collection FindAbove(X509Certificate2 signer, X509Certificate2Collection all)
    {
        var others = all.Where(certificate => !ReferenceEquals(certificate, signer)).ToList();
        var above = new X509Certificate2Collection();
        for (var lower = signer; others.Find(each => Is(each.SubjectName, lower.IssuerName)) is { } upper; lower = upper)
        {
            above.Add(upper);
            others.Remove(upper);
        }

        Dispose(others);
        return above;
    }

    private static bool Is(X500DistinguishedName name, X500DistinguishedName other) => name.RawData.AsSpan().SequenceEqual(other.RawData);

    private static void Dispose(IEnumerable<X509Certificate2> certificates)
    {
        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }
    }

    private static bool MaySign(X509Certificate2 certificate)
    {
        const X509KeyUsageFlags Signs = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;

        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return (rsa?.KeySize >= RsaBitsMin || ecdsa?.KeySize >= EcdsaBitsMin)
            && certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & Signs) != 0)
            && certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
                .All(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(purpose => Purposes.Contains(purpose.Value)));
    }

    private byte[] SignTrial()
    {
        byte[] content = [0];
        var signature = Sign(content);
        var message = new SignedCms(new(content), detached: true);
        message.Decode(signature);
        message.CheckSignature(verifySignatureOnly: true);
        return signature;
    }

    /// <summary>The attribute that ties the signature to this certificate and no other of the same key.</summary>
    private byte[] NameCertificate()
    {
        // SigningCertificateV2 of one ESSCertIDv2, whose algorithm is by default SHA-256.
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(_certificate.RawData));
        }

        return writer.Encode();
    }
}
