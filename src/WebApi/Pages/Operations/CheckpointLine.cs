using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Grains.Interfaces.Checkpoints;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>A checkpoint, and what can be said of its signature without reading the ledgers.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Signature">Whether the signature fits what was signed; none if this node does not hold the key.</param>
public sealed record CheckpointLine(CheckpointView Checkpoint, bool? Signature)
{
    public static CheckpointLine Of(CheckpointView checkpoint) => new(checkpoint, checkpoint.PublicKey.Length == 0 ? null : IsGenuine(checkpoint));

    private static bool IsGenuine(CheckpointView checkpoint)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(checkpoint.PublicKey);
        return key.VerifyData(
            Encoding.UTF8.GetBytes(checkpoint.Statement),
            Convert.FromBase64String(checkpoint.Signature),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
