using System.Globalization;
using System.Text;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Tests.Support;

/// <summary>All that can be seen of a ledger from outside, as text: two ledgers are the same when their texts are.</summary>
internal static class LedgerState
{
    public static string Of(LearnerLedger ledger, params DateTimeOffset[] instants)
    {
        var text = new StringBuilder();
        Line(text, $"{ledger.LedgerId} {ledger.Version} {Convert.ToHexString(ledger.HeadHash.Span)} {ledger.LastAt:O}");
        foreach (var earning in ledger.Earnings)
        {
            Line(text, $"{earning.Id} {earning.Seq} {earning.CourseId} {earning.CourseVersion} {earning.CourseTitle} {earning.ProviderId} {earning.TopicId}");
            Line(text, $"  {earning.TopicTitle} {earning.CompletedAt:O} {earning.CompletedOn:O} {earning.IsReversed}");
        }

        foreach (var credit in ledger.Credits)
        {
            Line(text, $"{credit.Id} {credit.Earning.Id} {credit.CreditType} {credit.Amount} {credit.ClaimBy:O} {credit.ClaimableUntil:O} {credit.ExclusiveGroup}");
            Line(text, $"  {credit.Available} {credit.Claimed} {credit.Expired} {credit.Reversed} {credit.Forgone} {ledger.TryFind(credit.Id, out _)}");
        }

        foreach (var claim in ledger.Claims)
        {
            Line(text, $"{claim.Id} {claim.Seq} {claim.CreditType} {claim.ClaimedAt:O} {claim.Total} {claim.EarnedYear} {claim.IsVoided} {claim.IsFlagged}");
            foreach (var line in claim.Lines)
            {
                Line(text, $"  {line.Credit.Id} {line.Amount} {claim.IsRevoked(line.Credit.Earning.CourseId)}");
            }

            foreach (var certificateId in claim.CertificateIds)
            {
                Line(text, $"  {certificateId} {ledger.TryFind(certificateId, out var found)} {found?.Id}");
            }
        }

        foreach (var instant in instants)
        {
            foreach (var (creditType, totals) in ledger.TotalsAt(instant))
            {
                Line(text, $"{instant:O} {creditType} {totals}");
            }

            Line(text, $"{(ledger.DecideExpiry(instant) is { } due ? Encoding.UTF8.GetString(LedgerEventCodec.Write(due)) : "nothing due")}");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
