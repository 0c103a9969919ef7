namespace CmeOrleans.Silo.Identity;

/// <summary>What a store says about itself, written once by the first node that starts on it.</summary>
internal sealed class StoreIdentity
{
    /// <summary>Random: tells this store from every other, also from one that was made anew in its place.</summary>
    public string StoreId { get; set; } = "";

    /// <summary>The fingerprint of the master key under which the store's personal data is sealed.</summary>
    public string MasterKeyFingerprint { get; set; } = "";
}
