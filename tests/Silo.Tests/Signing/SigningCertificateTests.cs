using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CmeOrleans.PaperTools;
using CmeOrleans.Silo.Signing;

namespace CmeOrleans.Silo.Tests.Signing;

public sealed class SigningCertificateTests
{
    private const string OfWebServers = "1.3.6.1.5.5.7.3.1";
    private const string OfDocuments = "1.3.6.1.5.5.7.3.36";

    public static TheoryData<byte[]> Fit { get; } =
    [
        TestCertificates.OfRsa(),
        TestCertificates.OfRsa(usage: X509KeyUsageFlags.None),
        TestCertificates.OfRsa(purpose: OfDocuments),
        TestCertificates.OfEcdsa(),
    ];

    public static TheoryData<byte[], string?, string> Unfit { get; } = new()
    {
        { TestCertificates.OfRsa(), "another password", "the password is another" },
        { TestCertificates.OfRsa(), null, "the password is another" },
        { "not PKCS #12"u8.ToArray(), TestCertificates.Password, "not PKCS #12" },
        { [], TestCertificates.Password, "not PKCS #12" },
        { TestCertificates.OfRsa(bits: 1_024), TestCertificates.Password, "one certificate that may sign" },
        { TestCertificates.OfRsa(usage: X509KeyUsageFlags.KeyEncipherment), TestCertificates.Password, "one certificate that may sign" },
        { TestCertificates.OfRsa(purpose: OfWebServers), TestCertificates.Password, "one certificate that may sign" },
        { TestCertificates.WithoutKey(), TestCertificates.Password, "one certificate that may sign" },
        { TestCertificates.OfTwo(), TestCertificates.Password, "one certificate that may sign" },
    };

    [Theory]
    [MemberData(nameof(Fit))]
    public void A_signature_fits_its_content_alone_and_names_its_certificate(byte[] pkcs12)
    {
        using var certificate = SigningCertificate.Parse(pkcs12, TestCertificates.Password);
        var content = "content"u8.ToArray();

        var signature = certificate.Sign(content);
        var message = Decode(signature, content);
        var signer = Assert.Single(message.SignerInfos.Cast<SignerInfo>());

        signer.CheckSignature(verifySignatureOnly: true);
        Assert.Throws<CryptographicException>(() => Decode(signature, "Content"u8.ToArray()).CheckSignature(verifySignatureOnly: true));
        Assert.Equal(SHA256.HashData(signer.Certificate!.RawData), NamedCertificate(signer));
        Assert.Equal([TestCertificates.HolderName, TestCertificates.AuthorityName], NamesIn(message));
        Assert.False(certificate.LacksIssuer);
    }

    [Fact]
    public void What_is_not_above_the_certificate_stays_out_of_papers()
    {
        using var certificate = SigningCertificate.Parse(TestCertificates.OfItself(), TestCertificates.Password);

        Assert.Equal([TestCertificates.HolderName], NamesIn(Decode(certificate.Sign([1]), [1])));
        Assert.False(certificate.LacksIssuer);
    }

    [Fact]
    public void A_file_without_the_issuer_is_told_apart()
    {
        using var certificate = SigningCertificate.Parse(TestCertificates.WithoutIssuer(), TestCertificates.Password);

        Assert.True(certificate.LacksIssuer);
    }

    /// <summary>The time of a signature in a PDF file stands in the file; a second one in the signature is not allowed.</summary>
    [Fact]
    public void A_signature_bears_what_pades_asks_for_and_no_time()
    {
        using var certificate = SigningCertificate.Parse(TestCertificates.OfRsa(), TestCertificates.Password);

        var attributes = Decode(certificate.Sign([1]), [1]).SignerInfos[0].SignedAttributes;

        Assert.Equal(
            ["1.2.840.113549.1.9.16.2.47", "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"],
            attributes.Cast<CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fit))]
    public void Many_threads_sign_at_once(byte[] pkcs12)
    {
        using var certificate = SigningCertificate.Parse(pkcs12, TestCertificates.Password);

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n =>
        {
            var content = BitConverter.GetBytes(n);
            var signature = certificate.Sign(content);
            Decode(signature, content).CheckSignature(verifySignatureOnly: true);
            Assert.InRange(signature.Length, 1, certificate.SignatureBytesMax);
        });
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_cannot_sign_is_refused(byte[] pkcs12, string? password, string reason)
    {
        var refused = Assert.Throws<FormatException>(() => SigningCertificate.Parse(pkcs12, password));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static SignedCms Decode(byte[] signature, byte[] content)
    {
        var message = new SignedCms(new(content), detached: true);
        message.Decode(signature);
        return message;
    }

    private static IEnumerable<string> NamesIn(SignedCms message) =>
        message.Certificates.Select(certificate => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)).Order(StringComparer.Ordinal);

    private static byte[] NamedCertificate(SignerInfo signer)
    {
        var attribute = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Single(each => each.Oid.Value == "1.2.840.113549.1.9.16.2.47");
        return new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence().ReadOctetString();
    }
}
