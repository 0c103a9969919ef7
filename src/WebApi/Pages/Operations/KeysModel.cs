using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>A page of API keys, with the form for a new one.</summary>
public sealed record KeysModel
{
    public required ImmutableArray<ApiKeyView> Keys { get; init; }

    public required DateTimeOffset Now { get; init; }

    public KeyFields Fields { get; init; } = new();

    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether a key was just revoked.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Where the list goes on, if it does.</summary>
    public string? NextAddress { get; init; }
}
