using CmeOrleans.Grains.Interfaces.ApiKeys;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>A new API key with its text, which is shown this once.</summary>
public sealed record IssuedKeyModel(ApiKeyView Key, string Text);
