using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Transcripts;

/// <summary>A transcript as comma-separated values (RFC 4180), for spreadsheets.</summary>
internal static class TranscriptCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    // What a spreadsheet would take for a formula.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    public static byte[] Write(ImmutableArray<TranscriptLine> lines, CreditTypeNames types)
    {
        var text = new StringBuilder("Completed on,Course,Topic,Credit type,Kind,Claimed on,Amount,Claim,Verification code\r\n");
        foreach (var line in lines)
        {
            text.AppendJoin(
                ',',
                PageTexts.DateCode(line.CompletedOn),
                Cell(line.CourseTitle),
                Cell(line.TopicTitle),
                Cell(types[line.CreditType]),
                line.Kind,
                PageTexts.DateCode(line.ClaimedOn),
                PageTexts.Amount(line.AmountHundredths),
                line.ClaimId,
                line.Code).Append("\r\n");
        }

        // With the mark, since spreadsheets take a file without it for one of an older character set.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static string Cell(string text)
    {
        var safe = text.AsSpan().StartsWithAny(FormulaStarts) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool StartsWithAny(this ReadOnlySpan<char> text, SearchValues<char> values) => text.Length > 0 && values.Contains(text[0]);
}
