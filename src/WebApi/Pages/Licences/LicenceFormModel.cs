using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Licences;

/// <summary>A licence as it stands in the form.</summary>
public sealed record LicenceFormModel
{
    /// <summary>Which licence is changed; none for a new one.</summary>
    public string? LicenceId { get; init; }

    public required LicenceFields Fields { get; init; }

    /// <summary>The ETag of the list that the form was made from; empty before the first licence.</summary>
    public required string ETag { get; init; }

    /// <summary>What can be chosen.</summary>
    public required ImmutableArray<RequirementView> Requirements { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether the list was changed elsewhere while this form was open.</summary>
    public bool IsStale { get; init; }

    public string Title => LicenceId is null ? "Add a licence" : "Change a licence";

    public IReadOnlyList<(string Value, string Text)> Choices =>
        [("", "Choose an authority"), .. Requirements.Select(requirement => (requirement.RequirementId, $"{requirement.Jurisdiction}: {requirement.Authority}"))];
}
