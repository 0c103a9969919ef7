using System.Globalization;
using CmeOrleans.Certificates.Layout;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Transcripts;

namespace CmeOrleans.Certificates.Transcripts;

/// <summary>What a transcript says, and how it sums up. Layout decides where.</summary>
internal sealed class TranscriptWording(TranscriptContent content, CreditTypePack creditTypes)
{
    public const string Title = "Transcript of Continuing Education";

    public TranscriptContent Content { get; } = content;

    public string Period => (Content.From, Content.To) switch
    {
        ({ } from, { } to) => $"Completed {CertificateWording.LongDate(from)} to {CertificateWording.LongDate(to)}",
        ({ } from, null) => $"Completed since {CertificateWording.LongDate(from)}",
        (null, { } to) => $"Completed until {CertificateWording.LongDate(to)}",
        (null, null) => "All dates of completion",
    };

    /// <summary>From when and from what it was made.</summary>
    public string Origin => string.Create(CultureInfo.InvariantCulture, $"Made {CertificateWording.LongDate(Content.MadeOn)} from ledger entry {Content.LedgerSeq}");

    /// <summary>The topics under the headings that were asked for, in the order of the headings' words.</summary>
    public IEnumerable<IGrouping<string, TranscriptTopic>> Groups => Content.Topics
        .GroupBy(topic => Content.IsByCourse ? topic.CourseTitle : TypeOf(topic), StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal);

    /// <summary>The certificates that the topics stand on, each once, in order of their claims.</summary>
    public IEnumerable<TranscriptTopic> Certificates => Content.Topics.DistinctBy(topic => topic.Code).OrderBy(topic => topic.ClaimedOn).ThenBy(topic => topic.Code, StringComparer.Ordinal);

    /// <summary>Sums by type: amounts of different types are never added, nor is credit to attendance.</summary>
    public IEnumerable<(string Type, int TopicsCount, CreditAmount Amount)> Totals(IEnumerable<TranscriptTopic> topics) => topics
        .GroupBy(TypeOf, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count(), group.Aggregate(CreditAmount.Zero, (sum, topic) => sum + topic.Amount)));

    /// <summary>The name of the type, and that attendance is not credit.</summary>
    /// <remarks>A type that the pack has no longer shows its code: a transcript is history.</remarks>
    public string TypeOf(TranscriptTopic topic)
    {
        var name = creditTypes.TryFind(topic.CreditTypeCode, out var creditType) ? creditType.Name : topic.CreditTypeCode;
        return topic.Kind is CertificateKind.Attendance ? $"{name} (attendance)" : name;
    }
}
