using System.Text.Json.Serialization;

namespace CmeOrleans.WebApi.Accounts.Sso;

/// <summary>One sign-in that is under way at an institution, as its cookie holds it, protected.</summary>
/// <param name="InstitutionId">Where it is under way.</param>
/// <param name="State">Ties the answer to this browser.</param>
/// <param name="Nonce">Ties the token to this sign-in.</param>
/// <param name="Verifier">Ties the code to whoever asked for it (PKCE).</param>
/// <param name="ReturnTo">Where to go on, an address of ours.</param>
internal sealed record SsoFlow(string InstitutionId, string State, string Nonce, string Verifier, string ReturnTo);

/// <summary>Generated code for the cookie and for answers of providers.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SsoFlow))]
[JsonSerializable(typeof(SsoTokens))]
internal sealed partial class SsoJson : JsonSerializerContext;

/// <summary>What a provider answers for a code.</summary>
internal sealed record SsoTokens([property: JsonPropertyName("id_token")] string? IdToken);
