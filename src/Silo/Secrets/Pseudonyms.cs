using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Silo.Secrets;

/// <summary>Stand-ins by HMAC-SHA-256 under a key derived from the master key, so that nobody without it can try out ids.</summary>
internal sealed class Pseudonyms : IPseudonyms
{
    // 128 bits: no two ids of one deployment will ever share one.
    private const int PseudonymBytes = 16;

    private readonly byte[] _key;

    public Pseudonyms(MasterKey masterKey) => _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, masterKey.Bytes.ToArray(), MasterKey.SizeBytes, info: "cme-orleans pseudonyms"u8.ToArray());

    public string Of(string scope, string id)
    {
        // The length keeps the border between the two: no scope and id can be shifted into another pair.
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{scope.Length}:{scope}{id}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, PseudonymBytes));
    }
}
