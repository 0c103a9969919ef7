using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.Silo.Secrets;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Finds the grain of a name. Names become keyed hashes, so that the store holds no address and none can be tried out on it.</summary>
internal sealed class AccountNames(IGrainFactory grains, IPseudonyms pseudonyms)
{
    public IAccountNameGrain OfEmail(string normalizedEmail) => GrainOf("email", normalizedEmail);

    /// <summary>A person at an institution; the length keeps the border between the two.</summary>
    public IAccountNameGrain OfLogin(string institutionId, string subject) => GrainOf("login", $"{institutionId.Length}:{institutionId}{subject}");

    /// <summary>A passkey, by what its device calls it.</summary>
    public IAccountNameGrain OfPasskey(ReadOnlySpan<byte> credentialId) => GrainOf("passkey", Convert.ToHexStringLower(credentialId));

    private IAccountNameGrain GrainOf(string kind, string name) =>
        grains.GetGrain<IAccountNameGrain>($"{kind}/{pseudonyms.Of($"account-{kind}", name)}");
}
