using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The pages on which people make an account, sign in and see to what they sign in with.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages();
        pages.MapSignIn();
        pages.MapKeySignIn();
        pages.MapSecondStep();
        pages.MapSso();
        pages.MapRegistration();
        pages.MapReset();
        pages.MapInvitation();

        routes.MapPages().AddEndpointFilter<RouteGroupBuilder, SessionFilter>().MapSignOut();

        var own = routes.MapPages().AddEndpointFilter<RouteGroupBuilder, AccountFilter>();
        own.MapWelcome();
        own.MapSecurity();
        own.MapAuthenticator();
    }
}
