using System.Net;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts.Passkeys;

/// <summary>The site that passkeys are for: the configured address; in a trial on this machine, by whatever name it is called.</summary>
internal static class PasskeySite
{
    private const string LocalName = "localhost";

    /// <summary>The domain that passkeys are bound to; none for the host of the request, which is for a trial on this machine only.</summary>
    public static string? DomainOf(Uri address) => IsLocal(address) ? null : address.IdnHost;

    /// <summary>Whether a passkey was asked for by a page of ours, and by none in a frame of somebody else.</summary>
    public static bool IsOurs(PasskeyOriginValidationContext context, Uri address)
    {
        if (context.CrossOrigin || !Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin))
        {
            return false;
        }

        var request = context.HttpContext.Request;
        return IsLocal(address)
            ? IsLocal(origin) && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            : Uri.Compare(origin, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static bool IsLocal(Uri address) =>
        address.Host == LocalName || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
