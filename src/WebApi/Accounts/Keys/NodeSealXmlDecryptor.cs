using System.Text;
using System.Xml.Linq;
using CmeOrleans.Silo.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CmeOrleans.WebApi.Accounts.Keys;

/// <summary>Decrypts what <see cref="NodeSealXmlEncryptor"/> encrypted.</summary>
/// <remarks>Stored keys name this type, so that its name and namespace stay.</remarks>
internal sealed class NodeSealXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public const string Purpose = "page-keys";
    public const string ElementName = "sealed";

    private readonly INodeSeal _seal = services.GetRequiredService<INodeSeal>();

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(_seal.Open(Purpose, Convert.FromBase64String(encryptedElement.Value))));
}
