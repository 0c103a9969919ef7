using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Evaluations;

namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>The questions of the feedback form, as learners read them.</summary>
internal static class EvaluationQuestions
{
    public static ImmutableArray<(string Id, string Text)> All { get; } =
    [
        (KnownQuestions.MetObjectives, "The content met its stated objectives."),
        (KnownQuestions.WillChangePractice, "I will change something in my practice."),
        (KnownQuestions.FreeOfBias, "The content was free of commercial bias."),
    ];

    public static ImmutableArray<(string Value, string Text)> Answers { get; } =
        [("5", "Strongly agree"), ("4", "Agree"), ("3", "Neither"), ("2", "Disagree"), ("1", "Strongly disagree")];
}
