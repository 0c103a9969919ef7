using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>Says what happened to a ledger since a claim was previewed.</summary>
internal static class ClaimChanges
{
    private const int RowsMax = 10;

    /// <param name="grains">Who is asked.</param>
    /// <param name="learnerId">Whose ledger.</param>
    /// <param name="draft">The claim as it was previewed.</param>
    public static async Task<ImmutableArray<string>> SinceAsync(IGrainFactory grains, string learnerId, ClaimDraft draft)
    {
        var learner = grains.GetGrain<ILearnerGrain>(learnerId);
        var changes = ImmutableArray.CreateBuilder<string>();
        if (await learner.GetLedgerAsync(draft.Version ?? 0, RowsMax) is { } rows)
        {
            changes.AddRange(rows.Items.Select(row => $"{SentenceOf(row.Kind)} on {PageTexts.Instant(row.At)}."));
            if (rows.HasMore)
            {
                changes.Add("More happened after that.");
            }
        }

        var available = (await ClaimableCredits.ReadAsync(grains, learnerId))?.Credits.ToDictionary(credit => credit.CreditId) ?? [];
        var gone = draft.Lines.Count(line => !available.ContainsKey(line.CreditId));
        if (gone > 0)
        {
            changes.Add($"{PageTexts.Count(gone, "credit that you had chosen is", "credits that you had chosen are")} no longer available.");
        }

        return changes.ToImmutable();
    }

    // The part before the dot; what follows is the version of the row's form.
    private static string SentenceOf(string kind) => kind.Split('.')[0] switch
    {
        "earned" => "A topic was completed and its credit added",
        "claimed" => "A claim was made in another window",
        "reversed" => "An earning was taken back",
        "voided" => "A claim was made void",
        "expired" => "Claim-by dates passed",
        _ => "Your ledger changed",
    };
}
