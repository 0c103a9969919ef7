using System.Text;
using System.Xml.Linq;
using CmeOrleans.Silo.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CmeOrleans.WebApi.Accounts.Keys;

/// <summary>Encrypts keys before they are stored.</summary>
internal sealed class NodeSealXmlEncryptor(INodeSeal seal) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var sealedBytes = seal.Seal(NodeSealXmlDecryptor.Purpose, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new(new XElement(NodeSealXmlDecryptor.ElementName, Convert.ToBase64String(sealedBytes)), typeof(NodeSealXmlDecryptor));
    }
}
