using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Accepting an invitation: binds the account to a learner.</summary>
internal static class InvitationPages
{
    public static void MapInvitation(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.Invitation, ShowAsync);
        pages.MapPost(AccountAddresses.Invitation, AcceptAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        if (AccountAddresses.TokenOf(context.Request) is { Length: > 0 } text)
        {
            if (!InvitationText.TryParse(text, out _, out _))
            {
                return ShowBadLink();
            }

            InvitationCookie.Set(context, text, time.GetUtcNow());
            return PageAnswer.GoTo(AccountAddresses.Invitation);
        }

        var account = AccountIdentity.Find(context.User);
        return InvitationText.TryParse(InvitationCookie.Read(context.Request), out var id, out var secretHash)
            && await grains.GetGrain<IInvitationGrain>(id).IsOpenAsync(account?.Id ?? "", secretHash)
            ? PageAnswer.Show<InvitationPage, InvitationModel>(new(account?.DisplayName))
            : ForgetAndShowBadLink(context, time);
    }

    /// <summary>The invitation is used up first and the account bound then. Whoever has used it may do so again, so that a binding that broke off can be finished.</summary>
    private static async Task<IResult> AcceptAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        if (AccountIdentity.Find(context.User) is not { } account)
        {
            return PageAnswer.GoTo(AccountAddresses.SignIn);
        }

        if (account.Record.LearnerId is not null)
        {
            InvitationCookie.Forget(context, time.GetUtcNow());
            return PageAnswer.Show<NoticePage, NoticeModel>(
                new(
                    "This account is connected already",
                    "An account is for one record. Sign out and use another account for this invitation.",
                    AccountAddresses.Home,
                    "Go to your record"),
                StatusCodes.Status422UnprocessableEntity);
        }

        if (!InvitationText.TryParse(InvitationCookie.Read(context.Request), out var id, out var secretHash)
            || await grains.GetGrain<IInvitationGrain>(id).AcceptAsync(account.Id, secretHash) is not { } learnerId)
        {
            return ForgetAndShowBadLink(context, time);
        }

        await grains.GetGrain<IAccountGrain>(account.Id).BindAsync(learnerId);
        InvitationCookie.Forget(context, time.GetUtcNow());
        return PageAnswer.GoTo(AccountAddresses.Home);
    }

    private static IResult ForgetAndShowBadLink(HttpContext context, TimeProvider time)
    {
        InvitationCookie.Forget(context, time.GetUtcNow());
        return ShowBadLink();
    }

    private static IResult ShowBadLink() => PageAnswer.Show<NoticePage, NoticeModel>(
        new(
            "This invitation does not work",
            "It was accepted before, is too old, or the link is not complete. Ask whoever invited you for another one.",
            AccountAddresses.Home,
            "Go to the start"),
        StatusCodes.Status422UnprocessableEntity);
}
