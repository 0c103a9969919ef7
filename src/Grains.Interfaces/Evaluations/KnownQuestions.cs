using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Evaluations;

/// <summary>The questions of the feedback form. Only these are counted: answers to others are kept with the claim and are no figures.</summary>
/// <remarks>Whoever sends feedback chooses the ids in it, so that counting them all would let one learner fill the figures of a course.</remarks>
public static class KnownQuestions
{
    public const string MetObjectives = "met-objectives";
    public const string WillChangePractice = "will-change-practice";
    public const string FreeOfBias = "free-of-bias";

    /// <summary>All of them. An id is stored with its answer and never given to another question.</summary>
    public static ImmutableArray<string> All { get; } = [MetObjectives, WillChangePractice, FreeOfBias];
}
