using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Evaluations;

namespace CmeOrleans.Grains.Evaluations;

/// <summary>The scale on which feedback can be counted: whole numbers from 1 to 5. Other answers are kept and not counted.</summary>
internal static class RatingScale
{
    public const int Max = 5;

    /// <summary>The answers on the scale to known questions, by question; of two answers to one question the first.</summary>
    public static ImmutableSortedDictionary<string, int> RatingsOf(Evaluation evaluation)
    {
        var ratings = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var answer in evaluation.Answers)
        {
            if (KnownQuestions.All.Contains(answer.QuestionId)
                && int.TryParse(answer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value is >= 1 and <= Max)
            {
                ratings.TryAdd(answer.QuestionId, value);
            }
        }

        return ratings.ToImmutable();
    }
}
