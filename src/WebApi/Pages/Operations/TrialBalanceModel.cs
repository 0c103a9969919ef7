using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>Both sides of every entry, compared.</summary>
public sealed record TrialBalanceModel(TrialBalanceView Balance, CreditTypeNames Types);
