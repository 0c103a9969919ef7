using System.Text;
using CmeOrleans.Domain.Transcripts;
using CmeOrleans.Grains.Transcripts;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>Sets transcripts as plain lines, so that tests of the grains can read them.</summary>
internal sealed class PlainTranscripts : ITranscriptRenderer
{
    public byte[] Render(TranscriptContent content)
    {
        content.RequireConsistent();
        var lines = content.Topics.Select(topic => $"{topic.CompletedOn:yyyy-MM-dd}|{topic.CourseTitle}|{topic.Title}|{topic.Amount}|{topic.Kind}|{topic.Code}");
        return Encoding.UTF8.GetBytes($"{content.LearnerName}|{content.MadeOn:yyyy-MM-dd}|{content.LedgerSeq}|{content.VerificationUrl}\n{string.Join('\n', lines)}");
    }
}
