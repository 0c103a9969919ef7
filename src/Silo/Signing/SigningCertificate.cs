using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace CmeOrleans.Silo.Signing;

/// <summary>The certificate that signs papers, with its private key and the certificates above it.</summary>
/// <remarks>Signatures are those of ETSI EN 319 122-1 (CAdES), level B: whoever holds the paper needs nothing else to check them.</remarks>
internal sealed class SigningCertificate : IDisposable
{
    private const int RsaBitsMin = 2_048;

    // Signatures of one certificate are of one length, but for some bytes of ECDSA.
    private const int SpareBytes = 64;

    // RFC 5035, section 3.
    private static readonly Oid SigningCertificateV2 = new("1.2.840.113549.1.9.16.2.47");
    private static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1");

    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _above;

    private SigningCertificate(X509Certificate2 certificate, X509Certificate2Collection above)
    {
        (_certificate, _above) = (certificate, above);
        HolderName = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        ValidFrom = new(certificate.NotBefore.ToUniversalTime());
        ValidUntil = new(certificate.NotAfter.ToUniversalTime());
        SignatureBytesMax = Sign([0]).Length + SpareBytes;
    }

    public string HolderName { get; }

    public DateTimeOffset ValidFrom { get; }

    public DateTimeOffset ValidUntil { get; }

    public int SignatureBytesMax { get; }

    /// <exception cref="FormatException">
    /// The bytes are not PKCS #12 under this password, or do not hold exactly one private key, or that key may not sign documents.
    /// </exception>
    public static SigningCertificate Parse(byte[] pkcs12, string? password)
    {
        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(pkcs12, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException exception)
        {
            throw new FormatException("Not PKCS #12, or the password is another.", exception);
        }

        var signers = all.Where(certificate => certificate.HasPrivateKey && MaySign(certificate)).ToArray();
        if (signers is [var signer])
        {
            all.Remove(signer);
            return new(signer, all);
        }

        Dispose(all);
        throw new FormatException("The file must hold one certificate that may sign, with its private key: RSA from 2,048 bits, or ECDSA.");
    }

    /// <summary>Signs with the certificates that are needed to check it, but without the content.</summary>
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

    private static void Dispose(X509Certificate2Collection certificates)
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
        var isStrong = rsa is not null ? rsa.KeySize >= RsaBitsMin : ecdsa is not null;
        return isStrong && certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & Signs) != 0);
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
