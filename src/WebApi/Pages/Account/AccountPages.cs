using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The pages on which people make an account, sign in and see to what they sign in with.</summary>
internal static class AccountPages
{
    private const string ForPeople = "Accounts are for people: programs have keys, which begin and end over the API.";

    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages().StandsAlone(ForPeople);
        pages.MapSignIn();
        pages.MapPasskeySignIn();
        pages.MapKeySignIn();
        pages.MapSecondStep();
        pages.MapSso();
        pages.MapRegistration();
        pages.MapReset();
        pages.MapInvitation();

        routes.MapPages().StandsAlone(ForPeople).AddEndpointFilter<RouteGroupBuilder, SessionFilter>().MapSignOut();

        var own = routes.MapPages().WithMetadata(SessionPage.Own).StandsAlone(ForPeople).AddEndpointFilter<RouteGroupBuilder, AccountFilter>();
        own.MapWelcome();
        own.MapSecurity();
        own.MapAuthenticator();
        own.MapPasskeys();
    }
}
