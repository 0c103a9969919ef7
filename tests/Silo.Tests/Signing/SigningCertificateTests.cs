using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CmeOrleans.Silo.Signing;

namespace CmeOrleans.Silo.Tests.Signing;

public sealed class SigningCertificateTests
{
    public static TheoryData<byte[]> Signers { get; } = [TestCertificates.OfRsa(), TestCertificates.OfEcdsa()];

    public static TheoryData<byte[], string?> Unfit { get; } = new()
    {
        { TestCertificates.OfRsa(), "another password" },
        { TestCertificates.OfRsa(), null },
        { TestCertificates.OfRsa(bits: 1_024), TestCertificates.Password },
        { TestCertificates.OfRsa(usage: X509KeyUsageFlags.KeyEncipherment), TestCertificates.Password },
        { TestCertificates.WithoutKey(), TestCertificates.Password },
        { "not PKCS #12"u8.ToArray(), TestCertificates.Password },
        { [], TestCertificates.Password },
    };

    [Theory]
    [MemberData(nameof(Signers))]
    public void A_signature_fits_its_content_alone_and_names_its_certificate(byte[] pkcs12)
    {
        using var certificate = SigningCertificate.Parse(pkcs12, TestCertificates.Password);
        var content = "content"u8.ToArray();

        var message = Decode(certificate.Sign(content), content);
        var signer = Assert.Single(message.SignerInfos.Cast<SignerInfo>());

        signer.CheckSignature(verifySignatureOnly: true);
        Assert.Throws<CryptographicException>(
            () => Decode(certificate.Sign(content), "Content"u8.ToArray()).CheckSignature(verifySignatureOnly: true));
        Assert.Equal(TestCertificates.HolderName, signer.Certificate!.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        Assert.Equal(SHA256.HashData(signer.Certificate.RawData), NamedCertificate(signer));
        Assert.Equal(
            [TestCertificates.HolderName, TestCertificates.AuthorityName],
            message.Certificates.Select(each => each.GetNameInfo(X509NameType.SimpleName, forIssuer: false)).Order(StringComparer.Ordinal));
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
    [MemberData(nameof(Unfit))]
    public void What_cannot_sign_is_refused(byte[] pkcs12, string? password) =>
        Assert.Throws<FormatException>(() => SigningCertificate.Parse(pkcs12, password));

    private static SignedCms Decode(byte[] signature, byte[] content)
    {
        var message = new SignedCms(new(content), detached: true);
        message.Decode(signature);
        return message;
    }

    private static byte[] NamedCertificate(SignerInfo signer)
    {
        var attribute = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Single(each => each.Oid.Value == "1.2.840.113549.1.9.16.2.47");
        return new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence().ReadOctetString();
    }
}
