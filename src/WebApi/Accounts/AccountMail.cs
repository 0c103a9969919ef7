using System.Globalization;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>The mails about accounts. Each is stored when the task completes and delivered in the background.</summary>
internal sealed class AccountMail(IGrainFactory grains, AccountLinks links, TimeProvider time)
{
    // The post office takes one mail per key: nobody's mailbox can be filled by asking again and again.
    private static readonly TimeSpan OncePer = TimeSpan.FromMinutes(10);

    public Task SendConfirmationAsync(Account account, string token) => PostAsync(account, "confirm", "Confirm your e-mail address",
        $"""
         Somebody, we hope you, has made an account with this e-mail address.

         To confirm that the address is yours, open this link within a day:

         {links.WithToken(AccountAddresses.ConfirmEmail, token)}

         If that was not you, do nothing.
         """);

    public Task SendAlreadyRegisteredAsync(Account account) => PostAsync(account, "known", "You have an account already",
        $"""
         Somebody, we hope you, wanted to make an account with this e-mail address. There is one already.

         Sign in:            {links.Of(AccountAddresses.SignIn)}
         Set a new password: {links.Of(AccountAddresses.ForgotPassword)}

         If that was not you, do nothing. Nothing has changed.
         """);

    public Task SendResetAsync(Account account, string token) => PostAsync(account, "reset", "Set a new password",
        $"""
         Somebody, we hope you, asked for a new password for the account with this e-mail address.

         To set one, open this link within an hour. It works once, ends all sessions and removes all passkeys of the account:

         {links.WithToken(AccountAddresses.ResetPassword, token)}

         API keys stay valid unless you revoke them there. Afterwards your keys are listed here:

         {links.Of(AccountAddresses.Keys)}

         If that was not you, do nothing. Your password stays as it is.
         """);

    public Task SendPasskeyMadeAsync(Account account, string name) => PostAsync(account, "passkey-made", "A passkey was made for your account",
        $"""
         A passkey was made for the account with this e-mail address. Its name is:

         {Plain(name)}

         From now on it signs in without the password. All other sessions have ended.

         If that was not you, set a new password now, which removes all passkeys: {links.Of(AccountAddresses.ForgotPassword)}
         """);

    public Task SendPasskeyRemovedAsync(Account account, string name) => PostAsync(account, "passkey-removed", "A passkey of your account was removed",
        $"""
         A passkey of the account with this e-mail address was removed. Its name was:

         {Plain(name)}

         If that was not you, set a new password now: {links.Of(AccountAddresses.ForgotPassword)}
         """);

    /// <param name="account">Whose it is.</param>
    /// <param name="keyId">The key; one mail goes out for it.</param>
    /// <param name="name">What its owner calls it.</param>
    public Task SendKeyMadeAsync(Account account, string keyId, string name) => PostAsync(account, $"key-{keyId}", "An API key was made for your account",
        $"""
         An API key was made for the account with this e-mail address. Its name is:

         {Plain(name)}

         With it a program can read your credits, claim them, and fetch your certificates.

         If that was not you, revoke it and set a new password:

         Your keys:          {links.Of(AccountAddresses.Keys)}
         Set a new password: {links.Of(AccountAddresses.ForgotPassword)}
         """);

    /// <param name="invitationId">The invitation; one mail goes out for it.</param>
    /// <param name="email">Whom it goes to.</param>
    /// <param name="link">The link that accepts it.</param>
    /// <param name="expiresAt">Until when it can be accepted.</param>
    public Task SendInvitationAsync(string invitationId, string email, string link, DateTimeOffset expiresAt) => OfficeOf(grains).PostAsync(new()
    {
        Key = $"invitation-{invitationId}",
        ToAddress = email,
        Subject = "Your record of continuing medical education",
        Body =
            $"""
             You are invited to your record of continuing-medical-education credit.

             Open this link and sign in, or create an account. It works once, until {expiresAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC:

             {link}
             """,
    });

    private Task PostAsync(Account account, string kind, string subject, string body)
    {
        // With the stamp in it, so that after a change the next mail is another one.
        var window = time.GetUtcNow().ToUnixTimeSeconds() / (long)OncePer.TotalSeconds;
        var stamp = Convert.ToHexStringLower(ApiKeyText.HashOf(account.Record.SecurityStamp).AsSpan(0, 6));
        return account.Record.Email is not { } email
            ? Task.CompletedTask
            : OfficeOf(grains).PostAsync(new()
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"account-{kind}-{account.Id}-{stamp}-{window}"),
                ToAddress = email,
                Subject = subject,
                Body = body,
            });
    }

    // What the post office takes for no text: line ends under other names, and what stands for broken text.
    private static string Plain(string name) => string.Concat(name.Where(static letter => letter is not ('\u2028' or '\u2029' or '\uFFFD')));

    private static IPostOfficeGrain OfficeOf(IGrainFactory grains) => grains.GetGrain<IPostOfficeGrain>(IPostOfficeGrain.Key);
}
