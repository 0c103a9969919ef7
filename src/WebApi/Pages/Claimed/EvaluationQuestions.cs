using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>The questions of the feedback form. An id is stored with its answer and never given to another question.</summary>
internal static class EvaluationQuestions
{
    public static ImmutableArray<(string Id, string Text)> All { get; } =
    [
        ("met-objectives", "The content met its stated objectives."),
        ("will-change-practice", "I will change something in my practice."),
        ("free-of-bias", "The content was free of commercial bias."),
    ];

    public static ImmutableArray<(string Value, string Text)> Answers { get; } =
        [("5", "Strongly agree"), ("4", "Agree"), ("3", "Neither"), ("2", "Disagree"), ("1", "Strongly disagree")];
}
