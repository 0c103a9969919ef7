using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.WebApi.Pages.Claiming;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Dashboard;

/// <summary>Where a learner stands.</summary>
public sealed record DashboardModel
{
    /// <summary>The learner's name, or none while there is no profile.</summary>
    public required string? DisplayName { get; init; }

    /// <summary>What can be claimed, by type.</summary>
    public ImmutableArray<TypeChoice> Available { get; init; } = [];

    /// <summary>The type that the claim button is about; none if there is nothing to claim.</summary>
    public TypeChoice? Type { get; init; }

    /// <summary>Credits whose claim-by date is near, nearest first.</summary>
    public ImmutableArray<CreditView> Expiring { get; init; } = [];

    /// <summary>Sums by type.</summary>
    public ImmutableArray<BalanceLine> Balances { get; init; } = [];

    /// <summary>The latest claims.</summary>
    public ImmutableArray<ClaimView> Claims { get; init; } = [];

    /// <summary>The latest credits that can be claimed.</summary>
    public ImmutableArray<CreditView> Earned { get; init; } = [];

    public MembershipView? Membership { get; init; }

    /// <summary>What is owed to boards; none for learners whom no board is told of.</summary>
    public ReportSummary? Reports { get; init; }

    /// <summary>How far each licence is.</summary>
    public ImmutableArray<LicenceProgress> Licences { get; init; } = [];

    /// <summary>Whether there may be licences that could not be counted now.</summary>
    public bool AreLicencesUncounted { get; init; }

    /// <summary>Whether a licence can be added that the learner does not have yet, while there is none.</summary>
    public bool MayAddLicence { get; init; }

    public required CreditTypeNames Types { get; init; }

    public bool IsMembershipActive => Membership?.IsActive == true;
}
