using System.Diagnostics;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>For who is signed in and bound to no learner: how to change that, and, where it is allowed, a record of one's own.</summary>
internal static class WelcomePages
{
    public const string DisplayNameField = "displayName";
    public const string ProfessionField = "profession";

    private const string LearnerIdPrefix = "lrn-";

    public static void MapWelcome(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.Welcome, Show);
        pages.MapPost(AccountAddresses.Welcome, EnrolAsync);
    }

    private static IResult Show(HttpContext context, IOptions<AccountsOptions> options)
    {
        var account = AccountIdentity.Of(context);
        return account.Record.LearnerId is null
            ? PageAnswer.Show<WelcomePage, WelcomeModel>(new(MayEnrol(options), "", "", FormErrors.None))
            : PageAnswer.GoTo(AccountAddresses.Home);
    }

    /// <summary>Makes a learner and binds the account to it. Its id follows from the account, so that a repeat makes no second one.</summary>
    private static async Task<IResult> EnrolAsync(HttpContext context, IGrainFactory grains, IOptions<AccountsOptions> options)
    {
        var account = AccountIdentity.Of(context);
        if (account.Record.LearnerId is not null)
        {
            return PageAnswer.GoTo(AccountAddresses.Home);
        }

        if (!MayEnrol(options))
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var form = context.Request.Form;
        var profile = new LearnerProfile
        {
            DisplayName = form.Text(DisplayNameField),
            Profession = form.Text(ProfessionField),
            Email = account.Record.Email,
        };
        var learnerId = LearnerIdPrefix + account.Id.Split('_')[1];
        var answer = await grains.GetGrain<ILearnerGrain>(learnerId).PutProfileAsync(profile, ifMatch: null);
        if (answer is { Outcome: Outcome.Refused, Refusal: { } refusal })
        {
            var errors = FormErrors.Of(refusal.Lines.Select(line => new FormError(line.Pointer.TrimStart('/'), line.Detail)));
            return PageAnswer.Show<WelcomePage, WelcomeModel>(
                new(IsOpen: true, profile.DisplayName, profile.Profession, errors), StatusCodes.Status422UnprocessableEntity);
        }

        return answer.Outcome is Outcome.Done
            ? await BindAsync(grains, account.Id, learnerId)
            : throw new UnreachableException($"A profile without conditions is stored or refused, not {answer.Outcome}.");
    }

    private static async Task<IResult> BindAsync(IGrainFactory grains, string accountId, string learnerId)
    {
        // Not bound only when an invitation was accepted at the same moment; then that learner is the one.
        await grains.GetGrain<IAccountGrain>(accountId).BindAsync(learnerId);
        return PageAnswer.GoTo(AccountAddresses.Home);
    }

    private static bool MayEnrol(IOptions<AccountsOptions> options) => options.Value.SelfEnrolment is true;
}
