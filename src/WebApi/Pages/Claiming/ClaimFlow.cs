using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>The way of a claim through its pages: choose, preview, confirm. It holds nothing between requests.</summary>
internal sealed class ClaimFlow(IGrainFactory grains, ChooseModels models, TimeProvider time)
{
    private const string ProfilePath = "/profile";

    /// <summary>Shows what can be claimed, with what was chosen and typed so far.</summary>
    public async Task<IResult> ChooseAsync(string learnerId, ClaimDraft draft, bool isAllChosen = false) =>
        await models.ReadAsync(learnerId, draft, isAllChosen) is { } model ? Show(model) : PageAnswer.GoTo(ProfilePath);

    /// <summary>Shows what the claim would be, bound to what it was made from; or what is wrong with it.</summary>
    /// <param name="learnerId">Who claims.</param>
    /// <param name="draft">What is to be claimed.</param>
    /// <param name="changes">What happened since an earlier preview; then the answer is 409.</param>
    public async Task<IResult> PreviewAsync(string learnerId, ClaimDraft draft, ImmutableArray<string> changes)
    {
        var model = await models.ReadAsync(learnerId, draft);
        var profile = await grains.GetGrain<ILearnerGrain>(learnerId).GetProfileAsync();
        if (model is null || profile is null)
        {
            return PageAnswer.GoTo(ProfilePath);
        }

        model = model with { Changes = changes };
        if (ClaimRefusals.Unreadable(draft, model) is { Any: true } errors)
        {
            return Show(model with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);
        }

        var answer = await grains.GetGrain<ILearnerGrain>(learnerId).PreviewClaimAsync(CommandOf(draft, tenant: ""));
        if (answer is not { Outcome: Outcome.Done, Value: { } claim })
        {
            return ShowRefused(answer, draft, model, changes);
        }

        var types = await CreditTypeNames.ReadAsync(grains);
        var status = changes.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return PageAnswer.Show<PreviewPage, PreviewModel>(
            new()
            {
                Draft = draft with { Version = claim.Version, ProfileTag = profile.ETag, Key = $"page-{Guid.CreateVersion7(time.GetUtcNow()):N}" },
                Wording = types.WordingOf(claim.CreditType),
                PrintedName = PrintedName(profile.Value),
                Claim = claim,
                Forgone = [.. claim.Forgone.Select(forgone => (types.WordingOf(forgone.CreditType), forgone.AmountHundredths))],
                Changes = changes,
            },
            status);
    }

    /// <summary>Makes the claim that was previewed, once however often it is confirmed, and only if nothing changed meanwhile.</summary>
    /// <param name="learnerId">Who claims.</param>
    /// <param name="tenant">Whose idempotency keys these are.</param>
    /// <param name="draft">The claim as it was previewed.</param>
    public async Task<IResult> ConfirmAsync(string learnerId, string tenant, ClaimDraft draft)
    {
        // A form without them did not come from a preview, and no claim is made that was not previewed.
        if (draft.Version is null || !IdempotencyKey.IsValid(draft.Key) || draft.Lines.Any(line => !CreditAmountText.TryParse(line.AmountText, out _)))
        {
            return await PreviewAsync(learnerId, draft, []);
        }

        var learner = grains.GetGrain<ILearnerGrain>(learnerId);
        if ((await learner.GetProfileAsync())?.ETag != draft.ProfileTag)
        {
            return await PreviewAsync(learnerId, draft, ["Your profile was changed."]);
        }

        var answer = await learner.ClaimAsync(CommandOf(draft, tenant) with { Key = draft.Key, ExpectedVersion = draft.Version });
        return answer switch
        {
            { Outcome: Outcome.Done or Outcome.Repeated, Value: { } claim } => PageAnswer.GoTo($"/claimed/{claim.ClaimId}/evaluation"),
            { Outcome: Outcome.VersionConflict } => await PreviewAsync(learnerId, draft, await ClaimChanges.SinceAsync(grains, learnerId, draft)),
            { Outcome: Outcome.Refused } => await PreviewAsync(learnerId, draft, []),
            _ => new ProblemAnswer(CommandAnswers.ProblemOf(answer)),
        };
    }

    private static IResult Show(ChooseModel model, int status = StatusCodes.Status200OK) => PageAnswer.Show<ChoosePage, ChooseModel>(model, status);

    private static IResult ShowRefused(Answer<ClaimView> answer, ClaimDraft draft, ChooseModel model, ImmutableArray<string> changes)
    {
        if (answer is not { Outcome: Outcome.Refused, Refusal: { } refusal })
        {
            return new ProblemAnswer(CommandAnswers.ProblemOf(answer));
        }

        var refused = model with
        {
            Errors = ClaimRefusals.Of(refusal, draft, model),
            MissingFacts = refusal.Code == "profile-incomplete" ? [.. refusal.Lines.Select(line => line.Detail)] : [],
        };
        return Show(refused, changes.IsEmpty ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
    }

    private static ClaimCommand CommandOf(ClaimDraft draft, string tenant) => new()
    {
        Key = "",
        Tenant = tenant,
        CreditType = draft.CreditType,
        Lines = [.. draft.Lines.Select(line => new ClaimLine { CreditId = line.CreditId, AmountHundredths = HundredthsOf(line) })],
    };

    private static long HundredthsOf(DraftLine line) => CreditAmountText.TryParse(line.AmountText, out var hundredths)
        ? hundredths
        : throw new InvalidOperationException("Amounts are read before a command is made of them.");

    private static string PrintedName(LearnerProfile profile) =>
        profile.Degrees is { } degrees ? $"{profile.DisplayName}, {degrees}" : profile.DisplayName;
}
