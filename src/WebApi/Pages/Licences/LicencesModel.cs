using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Licences;

namespace CmeOrleans.WebApi.Pages.Licences;

/// <summary>A learner's licences, and how far each is.</summary>
public sealed record LicencesModel
{
    public ImmutableArray<LicenceProgress> Licences { get; init; } = [];

    /// <summary>Whether there are requirements of the learner's profession that are not in the list.</summary>
    public required bool MayAdd { get; init; }

    /// <summary>Whether one was just removed.</summary>
    public bool IsRemoved { get; init; }
}
