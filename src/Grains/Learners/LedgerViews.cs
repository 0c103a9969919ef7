using System.Collections.Immutable;
using System.Text;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>Rows of the journal for who audits them.</summary>
internal static class LedgerViews
{
    public static LedgerPage ToPage(ImmutableArray<LedgerRow> rowsAndOneMore, int limit, long version) => new()
    {
        Items = [.. rowsAndOneMore.Take(limit).Select(ToView)],
        HasMore = rowsAndOneMore.Length > limit,
        Version = version,
    };

    /// <exception cref="LedgerRowUnreadableException">The row says something else.</exception>
    public static TEvent Read<TEvent>(LedgerRow row)
        where TEvent : LedgerEvent =>
        LedgerEventCodec.Read(row.Kind, row.Body.Span) as TEvent
        ?? throw new LedgerRowUnreadableException($"Row {row.Seq} is of kind {row.Kind} and not {typeof(TEvent).Name}.");

    private static LedgerRowView ToView(LedgerRow row) => new()
    {
        Seq = row.Seq,
        Kind = row.Kind,
        At = row.At,
        CommandKey = TenantKeys.KeyOf(row.CommandKey),
        Body = Encoding.UTF8.GetString(row.Body.Span),
        Hash = Convert.ToHexStringLower(row.Hash.Span),
        PreviousHash = Convert.ToHexStringLower(row.PreviousHash.Span),
    };
}
