using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.WebApi.Learners;

/// <summary>Rows of a ledger, and the seq of its last row.</summary>
internal sealed record LedgerResponse(IReadOnlyList<LedgerRowResponse> Items, long Version, string? NextCursor);

/// <summary>One row: body is the exact text that the hash covers; hashes are lower-case hex.</summary>
internal sealed record LedgerRowResponse(
    long Seq, string Kind, DateTimeOffset At, string CommandKey, string Body, string Hash, string PrevHash)
{
    public static LedgerRowResponse From(LedgerRowView row) =>
        new(row.Seq, row.Kind, row.At, row.CommandKey, row.Body, row.Hash, row.PreviousHash);
}
