using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>A claim on its way to being made. It travels in the forms, so that no page of the way is bound to a node.</summary>
public sealed record ClaimDraft
{
    public const string TypeField = "type";
    public const string SortField = "sort";
    public const string AllField = "all";
    public const string CreditField = "credit";
    public const string AmountPrefix = "amount-";
    public const string VersionField = "version";
    public const string ProfileField = "profile";
    public const string KeyField = "key";

    public required string CreditType { get; init; }

    /// <summary>The order in which the credits are listed; empty for the usual one.</summary>
    public string Sort { get; init; } = "";

    /// <summary>What is to be claimed.</summary>
    public ImmutableArray<DraftLine> Lines { get; init; } = [];

    /// <summary>What stands in the fields of credits that are not chosen, so that nothing typed is lost.</summary>
    public ImmutableArray<DraftLine> Others { get; init; } = [];

    /// <summary>The version of the ledger that was previewed; none before the preview.</summary>
    public long? Version { get; init; }

    /// <summary>The ETag of the profile that was previewed: whose name the certificates bear.</summary>
    public string ProfileTag { get; init; } = "";

    /// <summary>The idempotency key of the claim, made with the preview: however often its form is sent, it is one claim.</summary>
    public string Key { get; init; } = "";
}
