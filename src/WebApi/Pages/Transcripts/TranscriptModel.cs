using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Transcripts;

/// <summary>What a learner has claimed, topic by topic.</summary>
public sealed record TranscriptModel
{
    private const string Participation = "participation";

    public required string DisplayName { get; init; }

    public required TranscriptQuery Query { get; init; }

    /// <summary>What was typed as the first and as the last day, right or wrong.</summary>
    public (string From, string To) Typed { get; init; } = ("", "");

    /// <summary>In order of completion.</summary>
    public ImmutableArray<TranscriptLine> Lines { get; init; } = [];

    public required CreditTypeNames Types { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>The lines by what they are grouped by, each with its heading.</summary>
    public IEnumerable<IGrouping<string, TranscriptLine>> Groups =>
        Lines.GroupBy(line => Query.IsByCourse ? line.CourseTitle : TypeOf(line)).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the lines sum up to, by type: amounts of different types are never added, nor is credit to attendance.</summary>
    public IEnumerable<(string TypeName, long Hundredths)> Totals =>
        Lines.GroupBy(TypeOf).OrderBy(type => type.Key, StringComparer.OrdinalIgnoreCase).Select(type => (type.Key, type.Sum(line => line.AmountHundredths)));

    public string Period => (Query.From, Query.To) switch
    {
        ({ } from, { } to) => $"{PageTexts.Date(from)} to {PageTexts.Date(to)}",
        ({ } from, null) => $"Since {PageTexts.Date(from)}",
        (null, { } to) => $"Until {PageTexts.Date(to)}",
        (null, null) => "All dates",
    };

    /// <summary>The name of the type, and that attendance is not credit.</summary>
    public string TypeOf(TranscriptLine line) => line.Kind == Participation ? Types[line.CreditType] : $"{Types[line.CreditType]} (attendance)";
}
