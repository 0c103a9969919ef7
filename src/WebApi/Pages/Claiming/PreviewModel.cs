using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>A claim as it will be, and the form that makes it.</summary>
public sealed record PreviewModel
{
    /// <summary>What travels on: bound to the version of the ledger and of the profile that are shown.</summary>
    public required ClaimDraft Draft { get; init; }

    public required CreditWording Wording { get; init; }

    /// <summary>The name with degrees, as certificates print it.</summary>
    public required string PrintedName { get; init; }

    public required ClaimView Claim { get; init; }

    /// <summary>What the claim uses up of other types, each with its wording.</summary>
    public ImmutableArray<(CreditWording Wording, long Hundredths)> Forgone { get; init; } = [];

    /// <summary>What happened since an earlier preview, as sentences.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];
}
