using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Keys;

/// <summary>The keys with which programs act as one learner.</summary>
public sealed record KeysModel
{
    /// <summary>Those that are not revoked, newest first.</summary>
    public ImmutableArray<ApiKeyView> Keys { get; init; } = [];

    /// <summary>Now, to tell what has ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The text of the key that was just made, shown this once.</summary>
    public string? Text { get; init; }

    /// <summary>Whether a key was just revoked.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>What was typed as the name of a key that was not made.</summary>
    public string Name { get; init; } = "";

    /// <summary>The choice of how long it lasts.</summary>
    public string Lasts { get; init; } = KeyTerm.Year;

    /// <summary>Whether keys can be made here: an account without a password has nothing to show its owner by.</summary>
    public required bool MayMake { get; init; }

    /// <summary>Whether signing in asks for a code, and so does the form.</summary>
    public required bool AsksForCode { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    public bool HasEnded(ApiKeyView key) => key.Grant.ExpiresAt <= At;
}
