namespace CmeOrleans.WebApi.Auth;

/// <summary>The key that is accepted as an operator's without being stored: the way in before there are others.</summary>
/// <remarks>
/// The host registers one when it has generated a key; otherwise <see cref="ConfiguredBootstrapKey"/> serves, which
/// reads <c>Security:BootstrapKey</c>.
/// </remarks>
public interface IBootstrapKey
{
    /// <summary>SHA-256 of the UTF-8 form of the whole key, or <see langword="null"/> if there is no such key. Asked on each request; must not block.</summary>
    ReadOnlyMemory<byte>? Hash { get; }
}
