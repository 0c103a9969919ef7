using System.Diagnostics;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Mail;

/// <summary>The states of mails as the tables hold them. They are in statements and indexes and never change.</summary>
internal static class MailStates
{
    public const string Waiting = "waiting";
    public const string Delivered = "delivered";
    public const string GivenUp = "given-up";

    public static string Of(MailEnd end) => end switch
    {
        MailEnd.Delivered => Delivered,
        MailEnd.GivenUp => GivenUp,
        _ => throw new UnreachableException($"End {end} has no state."),
    };
}
