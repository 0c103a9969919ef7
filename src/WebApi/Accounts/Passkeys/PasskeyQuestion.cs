using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.WebApi.Accounts.Passkeys;

/// <summary>What a device was asked to sign.</summary>
/// <param name="State">What Identity's handler needs to check the answer. Has at least 16 random bytes.</param>
/// <param name="ExpiresAt">Until when the answer is taken.</param>
internal sealed record PasskeyQuestion(string State, DateTimeOffset ExpiresAt)
{
    private const int IdBytes = 16;

    /// <summary>Tells questions apart.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(State)).AsSpan(0, IdBytes));
}
