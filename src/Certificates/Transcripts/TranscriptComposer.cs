using System.Globalization;
using CmeOrleans.Certificates.Layout;
using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Transcripts;

namespace CmeOrleans.Certificates.Transcripts;

/// <summary>Puts the pages of one transcript together: head, sums, topics, certificates.</summary>
internal sealed class TranscriptComposer(
    PdfDocumentBuilder document, Typesetter typesetter, CertificateStyle style, TranscriptWording wording, (double Width, double Height) size)
{
    private const double DateWidth = 62;
    private const double AmountWidth = 52;
    private const double SumWidth = 76;
    private const double CodeWidth = 162;
    private const double TypeWidth = 132;

    private readonly FlowPaper _paper = new(
        document, typesetter, style, size, (TranscriptWording.Title, wording.Content.LearnerName, $"{wording.Origin}   ·   {wording.Period}"));

    public void Compose()
    {
        _paper.Begin();
        AddHead();
        if (wording.Content.Topics.IsEmpty)
        {
            _paper.AddParagraph(style.Text(10), "Nothing that was claimed was completed in this period.");
        }
        else
        {
            AddTotals();
            foreach (var group in wording.Groups)
            {
                AddTopics(group);
            }

            AddCertificates();
        }

        _paper.Finish();
    }

    private void AddHead()
    {
        var content = wording.Content;
        _paper.AddLine("H1", _paper.Sheet.Fit(24, _paper.Width, textSize => [new(TranscriptWording.Title, style.Title(textSize))]), 32);
        _paper.Sheet.DrawRule(CertificateStyle.Gold, 0.9, FlowPaper.Left, _paper.Right, _paper.Y);
        _paper.Y += 12;
        _paper.AddLine("P", _paper.Sheet.Fit(19, _paper.Width, textSize => NameSpans(content, textSize)), 27);
        _paper.AddLine("P", _paper.Sheet.Line(wording.Period, style.Text(9.4)), 14);
        _paper.AddLine("P", _paper.Sheet.Line(wording.Origin, style.Small(8.6)), 13);
        _paper.Y += 16;
    }

    private TextSpan[] NameSpans(TranscriptContent content, double textSize) => string.IsNullOrWhiteSpace(content.LearnerDegrees)
        ? [new(content.LearnerName, style.Name(textSize))]
        : [new(content.LearnerName, style.Name(textSize)), new(", " + content.LearnerDegrees, style.Degrees(textSize * 0.7))];

    private void AddTotals()
    {
        var table = Begin("Totals", null, new FlowColumn("CME TYPE", _paper.Width - AmountWidth - SumWidth), new("TOPICS", AmountWidth, IsAmount: true), new("TOTAL", SumWidth, IsAmount: true));
        foreach (var (type, topicsCount, amount) in wording.Totals(wording.Content.Topics))
        {
            table.Add(Words(type), Words(topicsCount.ToString(CultureInfo.InvariantCulture)), Strong(amount.ToString()));
        }

        table.End();
    }

    private void AddTopics(IGrouping<string, TranscriptTopic> group)
    {
        var isByCourse = wording.Content.IsByCourse;
        var table = Begin(
            group.Key,
            null,
            new FlowColumn("COMPLETED", DateWidth),
            new(isByCourse ? "TOPIC AND CME TYPE" : "TOPIC AND COURSE", _paper.Width - (2 * DateWidth) - AmountWidth - SumWidth),
            new("CLAIMED", DateWidth),
            new("AMOUNT", AmountWidth, IsAmount: true),
            new("RUNNING TOTAL", SumWidth, IsAmount: true));
        var sums = new Dictionary<string, CreditAmount>(StringComparer.Ordinal);
        foreach (var topic in group)
        {
            var type = wording.TypeOf(topic);
            sums[type] = sums.GetValueOrDefault(type) + topic.Amount;
            table.Add(
                Quiet(CertificateWording.ShortDate(topic.CompletedOn)),
                new(new(topic.Title, style.Text(FlowTable.Size)), new(isByCourse ? type : topic.CourseTitle, style.Small(FlowTable.NoteSize))),
                Quiet(CertificateWording.ShortDate(topic.ClaimedOn)),
                Words(topic.Amount.ToString()),
                Words(sums[type].ToString()));
        }

        foreach (var (type, _, amount) in wording.Totals(group))
        {
            table.AddTotal(isByCourse ? $"Total, {type}" : "Total", amount.ToString(), columnsAfter: 1);
        }

        table.End();
    }

    private void AddCertificates()
    {
        var table = Begin(
            "Certificates",
            $"Every topic above stands on one of these certificates. Anybody can check one: open its code at {wording.Content.VerificationUrl.AbsoluteUri}",
            new FlowColumn("COURSE", _paper.Width - TypeWidth - DateWidth - CodeWidth),
            new("CME TYPE", TypeWidth),
            new("CLAIMED", DateWidth),
            new("VERIFICATION CODE", CodeWidth, IsAmount: true));
        foreach (var certificate in wording.Certificates)
        {
            table.Add(Words(certificate.CourseTitle), Quiet(wording.TypeOf(certificate)), Quiet(CertificateWording.ShortDate(certificate.ClaimedOn)), Words(certificate.Code));
        }

        table.End();
    }

    private FlowTable Begin(string title, string? introduction, params FlowColumn[] columns) =>
        FlowTable.Begin(_paper, typesetter, style, title, introduction, columns);

    private FlowCell Words(string text) => new(new(text, style.Text(FlowTable.Size)));

    private FlowCell Strong(string text) => new(new(text, style.TextBold(FlowTable.Size)));

    private FlowCell Quiet(string text) => new(new(text, style.Small(FlowTable.Size)));
}
