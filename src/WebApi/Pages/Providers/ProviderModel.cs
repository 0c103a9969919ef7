using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Providers;

/// <summary>The form of a provider's record.</summary>
public sealed record ProviderModel
{
    public required string ProviderId { get; init; }

    public required ProviderFields Fields { get; init; }

    /// <summary>Of the stored record that is edited; none while there is none.</summary>
    public string? ETag { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    public bool IsSaved { get; init; }

    /// <summary>Whether an operator looks, who has come from the list of all.</summary>
    public bool IsOneOfAll { get; init; }

    /// <summary>Whether somebody else changed the record meanwhile; nothing was stored then.</summary>
    public bool IsStale { get; init; }
}
