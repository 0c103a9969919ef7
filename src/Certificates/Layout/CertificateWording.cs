using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Courses;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Certificates.Layout;

/// <summary>What a certificate says. Layout decides where; the words of credit come from the pack.</summary>
/// <param name="content">What the certificate certifies.</param>
/// <param name="creditType">The type of the credit, from the pack.</param>
/// <param name="evidence">What a copy for a board says besides; none on the certificate itself.</param>
internal sealed class CertificateWording(CertificateContent content, CreditType creditType, BoardEvidence? evidence)
{
    private const int HashBytesShown = 8;

    public CertificateContent Content { get; } = content;

    public string Title => IsParticipation ? "Certificate of Participation" : "Certificate of Attendance";

    public string BeforeCourse
    {
        get
        {
            var isAttended = Content.Format is LearningFormat.Live or LearningFormat.Rss or LearningFormat.InternetLive;
            return (IsParticipation, isAttended) switch
            {
                (true, _) => $"has participated in the {FormatPhrase}",
                (false, true) => $"has attended the {FormatPhrase}",
                (false, false) => $"has taken part in the {FormatPhrase}",
            };
        }
    }

    /// <remarks>
    /// Credit is never awarded on a certificate of attendance, and the amount is that of the topics listed, not of all the
    /// activity.
    /// </remarks>
    public string BeforeAmount => IsParticipation
        ? "and is awarded"
        : "The part of the activity completed was designated for";

    /// <summary>The title of the file, which says whom a copy is for.</summary>
    public string FileTitle => evidence is null ? $"{Title}: {Content.CourseTitle}" : $"{Title} (copy for the {evidence.Board.ToFullName()}): {Content.CourseTitle}";

    /// <summary>Under the name, on a copy for a board.</summary>
    public string? Diplomate => evidence is null ? null : $"{evidence.Board.ToFullName()}, diplomate number {evidence.DiplomateId}";

    public string? JointProviders => Content.Provider.JointProviders.IsDefaultOrEmpty
        ? null
        : "in joint providership with " + Enumeration(Content.Provider.JointProviders);

    /// <summary>The provider's address on one line.</summary>
    public string Address => string.Join(
        ", ", Content.Provider.Address.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Location and dates.</summary>
    public string Details
    {
        get
        {
            var parts = new List<string>(4);
            if (!string.IsNullOrWhiteSpace(Content.Location))
            {
                parts.Add(Content.Location);
            }

            parts.Add(Content.CompletedFirst == Content.CompletedLast
                ? $"Completed {LongDate(Content.CompletedLast)}"
                : $"Completed {LongDate(Content.CompletedFirst)} to {LongDate(Content.CompletedLast)}");
            parts.Add($"Issued {LongDate(Content.IssuedOn)}");
            if (Content.ReissuedOn is { } reissuedOn)
            {
                parts.Add($"Reissued {LongDate(reissuedOn)}");
            }

            return string.Join("   ·   ", parts);
        }
    }

    public string? AttendanceNote => IsParticipation
        ? null
        : "This certificate records attendance and does not award credit.";

    /// <summary>The heading of the amounts in the table.</summary>
    public string AmountHeading => creditType.Unit switch
    {
        CreditUnit.Credit => "CREDITS",
        CreditUnit.ContactHour => "CONTACT HOURS",
        CreditUnit.Point => "POINTS",
        CreditUnit.Hour => "HOURS",
        _ => throw new UnreachableException($"No heading for the unit {creditType.Unit}."),
    };

    /// <summary>What stands at the foot of every page: which certificate this is, and whom a copy is for.</summary>
    public string Imprint
    {
        get
        {
            var certificate = $"Certificate {Content.CertificateId}   ·   {LedgerEntry}";
            return evidence is null ? certificate : $"Copy for the {evidence.Board.ToFullName()}   ·   {certificate}";
        }
    }

    private string LedgerEntry
    {
        get
        {
            var hash = new StringBuilder();
            for (var index = 0; index < HashBytesShown; index++)
            {
                hash.Append(index is > 0 && index % 2 == 0 ? " " : "").Append(Content.LedgerHash[index].ToString("x2", CultureInfo.InvariantCulture));
            }

            return string.Create(CultureInfo.InvariantCulture, $"Ledger entry {Content.LedgerSeq}, hash {hash}");
        }
    }

    private bool IsParticipation => Content.Kind is CertificateKind.Participation;

    /// <summary>The format in the words that designation statements use.</summary>
    private string FormatPhrase => Content.Format switch
    {
        LearningFormat.Live => "live activity",
        LearningFormat.Rss => "regularly scheduled series",
        LearningFormat.InternetLive => "internet live activity",
        LearningFormat.Enduring => "enduring material",
        LearningFormat.Journal => "journal-based CME activity",
        LearningFormat.PerformanceImprovement => "performance improvement CME activity",
        LearningFormat.PointOfCare => "internet point-of-care activity",
        LearningFormat.Other => "learning activity",
        _ => throw new UnreachableException($"No words for the format {Content.Format}."),
    };

    public static string LongDate(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string ShortDate(DateOnly date) => date.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>An amount with the owner's wording, its italics and its mark.</summary>
    public IEnumerable<TextSpan> Amount(CreditAmount amount, TextStyle figures, TextStyle upright, TextStyle italic)
    {
        yield return new(amount.ToString() + " ", figures, KeepsTogether: true);
        foreach (var span in Phrase(amount, upright, italic))
        {
            yield return span;
        }
    }

    /// <summary>The designation statement, which alone names the most that the activity was designated for.</summary>
    public IEnumerable<TextSpan> Designation(TextStyle upright, TextStyle italic)
    {
        var template = creditType.Designation
            ?? throw new InvariantViolationException($"Credit of type {creditType.Code} has a designation statement.");
        foreach (var part in template.Parts)
        {
            switch (part.Place)
            {
                case DesignationPlace.None:
                    yield return new(part.Words, upright);
                    break;
                case DesignationPlace.Provider:
                    yield return new(Content.Provider.Name, upright);
                    break;
                case DesignationPlace.Format:
                    yield return new(FormatPhrase, upright);
                    break;
                case DesignationPlace.Maximum:
                    yield return new(Content.DesignatedMaximum.ToString(), upright);
                    break;
                case DesignationPlace.Credits:
                    foreach (var span in Phrase(Content.DesignatedMaximum, upright, italic))
                    {
                        yield return span;
                    }

                    break;
                default:
                    throw new UnreachableException($"Nothing fills the place {part.Place}.");
            }
        }
    }

    /// <summary>The owner's wording. A mark in italics is one name and is not torn apart; other words may be.</summary>
    private IEnumerable<TextSpan> Phrase(CreditAmount amount, TextStyle upright, TextStyle italic)
    {
        foreach (var run in creditType.PhraseFor(amount).Runs)
        {
            yield return new(run.Text, run.IsItalic ? italic : upright, KeepsTogether: run.IsItalic);
        }
    }

    private static string Enumeration(ImmutableArray<string> names) => names.Length switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{string.Join(", ", names.Take(names.Length - 1))}, and {names[^1]}",
    };
}
