namespace CmeOrleans.Grains.Ports;

/// <summary>A mail as it is stored: what it says and to whom is sealed.</summary>
/// <param name="Key">The poster's key.</param>
/// <param name="WrappedKey">The wrapped data key of this one mail.</param>
/// <param name="Sealed">What it says and to whom, sealed under that key.</param>
public sealed record StoredMail(string Key, ReadOnlyMemory<byte> WrappedKey, ReadOnlyMemory<byte> Sealed);
