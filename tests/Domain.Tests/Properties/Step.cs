using FsCheck;
using FsCheck.Fluent;

namespace CmeOrleans.Domain.Tests.Properties;

/// <summary>One thing that a learner, a provider, the sweep or a bad network does. The numbers choose among what there is when it happens.</summary>
/// <param name="Kind">What is done.</param>
internal readonly record struct Step(StepKind Kind, int First, int Second, int Third)
{
    public const int StepsMax = 60;

    /// <summary>Sequences of steps; what fails is cut down step by step.</summary>
    public static Arbitrary<Step[]> Sequences()
    {
        var kind = Gen.Frequency(
            (8, Gen.Constant(StepKind.Earn)),
            (8, Gen.Constant(StepKind.ClaimLines)),
            (2, Gen.Constant(StepKind.ClaimAll)),
            (2, Gen.Constant(StepKind.Reverse)),
            (3, Gen.Constant(StepKind.Void)),
            (4, Gen.Constant(StepKind.Wait)),
            (1, Gen.Constant(StepKind.Expire)),
            (2, Gen.Constant(StepKind.Retry)),
            (1, Gen.Constant(StepKind.ReuseKey)));
        var number = Gen.Choose(0, 10_000);
        var step =
            from chosen in kind
            from first in number
            from second in number
            from third in number
            select new Step(chosen, first, second, third);
        var sequence = Gen.Choose(1, StepsMax).SelectMany(length => Gen.ArrayOf(step, length));
        return Arb.From(sequence, Shorter);
    }

    private static IEnumerable<Step[]> Shorter(Step[] steps)
    {
        if (steps.Length > 8)
        {
            yield return steps[..(steps.Length / 2)];
            yield return steps[(steps.Length / 2)..];
        }

        for (var left = 0; left < steps.Length; left++)
        {
            yield return [.. steps[..left], .. steps[(left + 1)..]];
        }
    }
}
