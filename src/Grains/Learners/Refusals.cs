using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces;

namespace CmeOrleans.Grains.Learners;

/// <summary>Turns what the rules say into answers of the contract.</summary>
internal static class Refusals
{
    /// <summary>The answer to a command that is not accepted and not repeated.</summary>
    public static Answer<T> ToAnswer<T>(LedgerStatus status, ImmutableArray<LineRefusal> lines) => new()
    {
        Outcome = status switch
        {
            LedgerStatus.IdempotencyKeyReused => Outcome.KeyReused,
            LedgerStatus.VersionConflict => Outcome.VersionConflict,
            LedgerStatus.EarningUnknown or LedgerStatus.ClaimUnknown => Outcome.NotFound,
            _ => Outcome.Refused,
        },
        Refusal = new()
        {
            Code = status.ToCode(),
            Detail = status.ToSentence(),
            Lines = [.. lines.Select(ToLine)],
        },
    };

    /// <summary>Adds to an incomplete profile what it lacks, so that the learner can fill it in.</summary>
    public static Answer<T> WithMissingFacts<T>(Answer<T> answer, CreditType creditType, ImmutableArray<ProfileFact> facts) => answer with
    {
        Refusal = answer.Refusal! with
        {
            Lines =
            [
                .. creditType.RequiredProfileFacts.Where(fact => !facts.Contains(fact)).Select(fact => new RefusalLine
                {
                    Pointer = "/creditType",
                    Code = "profile-incomplete",
                    Detail = $"The profile needs {fact.ToProfilePath()} before {creditType.Name} can be claimed.",
                }),
            ],
        },
    };

    private static RefusalLine ToLine(LineRefusal line) => new()
    {
        Pointer = string.Create(CultureInfo.InvariantCulture, $"/lines/{line.Index}/{FieldOf(line.Status)}"),
        Code = line.Status.ToCode(),
        Detail = line.Status.ToSentence(),
    };

    private static string FieldOf(LedgerStatus status) =>
        status is LedgerStatus.LineAmountNotPositive or LedgerStatus.LineNotMultipleOfStep or LedgerStatus.LineMoreThanAvailable
            ? "amount"
            : "creditId";
}
