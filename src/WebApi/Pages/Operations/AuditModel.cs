using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Audit;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>A page of the audit trail, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Act">The act that was asked for, or nothing for all.</param>
/// <param name="NextAddress">Where the list goes on, if it does.</param>
public sealed record AuditModel(ImmutableArray<AuditEntryView> Entries, string Act, string? NextAddress);
