using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Licences;

/// <summary>One licence with every credit that says how far it is.</summary>
public sealed record LicenceModel
{
    public required LicenceProgress Progress { get; init; }

    public required CreditTypeNames Types { get; init; }

    /// <summary>Whether it was saved just now.</summary>
    public bool IsSaved { get; init; }
}
