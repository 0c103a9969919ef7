using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Journal;

/// <summary>Refuses rows that no store could hold, or that would spoil what is computed from the journal, before they meet other rows.</summary>
internal static class LedgerAppendBounds
{
    public const int EntriesMax = 4_096;

    private const int HashBytes = 32;
    private const int TextLengthMax = 512;

    /// <summary>What is out of bounds, or <see langword="null"/>.</summary>
    public static LedgerRowRefusedException? FindFault(LedgerAppend append)
    {
        var field = FindFaultOfRow(append.Row);
        if (field is null && (append.CourseEntries.Length > EntriesMax || append.ReportLines.Length > EntriesMax))
        {
            field = "number of entries";
        }

        foreach (var entry in append.CourseEntries)
        {
            field ??= IsText(entry.CourseId) && IsText(entry.CreditType) ? null : "course entry";
        }

        foreach (var line in append.ReportLines)
        {
            field ??= IsText(line.Board) && IsText(line.CourseId) && IsText(line.ParsActivityId ?? "") && IsText(line.CreditType)
                ? null
                : "report line";
        }

        return field is null ? null : new($"The {field} of a journal row is out of bounds.");
    }

    private static string? FindFaultOfRow(LedgerRow row) => row switch
    {
        { Seq: < 1 } => "seq",
        { PreviousHash.Length: not HashBytes } => "previous hash",
        { Hash.Length: not HashBytes } => "hash",
        { Fingerprint.Length: not HashBytes } => "fingerprint",
        { Body.Length: > LedgerRow.BodyBytesMax } => "body",
        _ when !IsText(row.LedgerId) => "ledger id",
        _ when !IsText(row.CommandKey) => "command key",
        _ when !IsText(row.Kind) => "kind",
        _ when HasEscapedNull(row.Body.Span) => "body",
        _ => null,
    };

    private static bool IsText(string text) => text.Length <= TextLengthMax && !text.Contains('\0') && IsWellFormed(text);

    private static bool IsWellFormed(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 >= text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    /// <summary>JSON may say \u0000, which PostgreSQL's json functions refuse: one such row would stop the trial balance of all.</summary>
    public static bool HasEscapedNull(ReadOnlySpan<byte> body)
    {
        for (var start = 0; body[start..].IndexOf("\\u0000"u8) is var found and >= 0;)
        {
            var position = start + found;
            var backslashes = 0;
            while (position - backslashes > 0 && body[position - backslashes - 1] == '\\')
            {
                backslashes++;
            }

            if (backslashes % 2 == 0)
            {
                return true;
            }

            start = position + 1;
        }

        return false;
    }
}
