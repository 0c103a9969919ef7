using CmeOrleans.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Accounts.Passkeys;

/// <summary>Makes passkeys and signs in with them.</summary>
/// <remarks>
/// Failed tries are not counted and a pause of the password does not hold here: there is nothing to guess, and whoever
/// is kept out by somebody else's guesses still has a way in.
/// </remarks>
internal sealed class PasskeySignIn(
    UserManager<Account> users, IPasskeyHandler<Account> handler, PasskeyCookie cookie, IOptions<AccountsOptions> options, TimeProvider time)
{
    /// <summary>The most passkeys of one account.</summary>
    public const int PasskeysMax = 10;

    /// <summary>The longest answer of a device that is looked at, in characters of JSON.</summary>
    public const int CredentialLengthMax = 16_000;

    public const int NameLengthMax = 60;

    // So many sign-ins of one person within minutes are none of a person.
    private const int AnswersMax = 50;

    // By so much the clocks of two nodes may differ before an answer could count on one that the other has forgotten.
    private static readonly TimeSpan ClockDifferenceMax = TimeSpan.FromMinutes(5);

    /// <summary>What the browser has to ask a device for a new passkey of the account, as JSON.</summary>
    public async Task<string> AskForNewAsync(HttpContext context, Account account)
    {
        var entity = new PasskeyUserEntity { Id = account.Id, Name = account.DisplayName, DisplayName = account.DisplayName };
        var asked = await handler.MakeCreationOptionsAsync(entity, context);
        cookie.Set(context, PasskeyCookie.ToMake, asked.AttestationState!);
        return asked.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that a device has made; false if it is not what it was asked for. Other sessions end.</summary>
    public async Task<bool> AddAsync(HttpContext context, Account account, string credentialJson, string name)
    {
        if (cookie.Take(context, PasskeyCookie.ToMake) is not { } question || credentialJson.Length > CredentialLengthMax || account.Record.Passkeys.Length >= PasskeysMax)
        {
            return false;
        }

        var attestation = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credentialJson, AttestationState = question.State });
        if (!attestation.Succeeded || attestation.UserEntity.Id != account.Id)
        {
            return false;
        }

        attestation.Passkey.Name = name;
        account.Record = account.Record with { SecurityStamp = Guid.NewGuid().ToString("N") };
        return (await users.AddOrUpdatePasskeyAsync(account, attestation.Passkey)).Succeeded;
    }

    /// <summary>What the browser has to ask a device for signing in, as JSON. Names nobody: the device knows whose passkeys it has.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(user: null, context);
        cookie.Set(context, PasskeyCookie.ToSignIn, asked.AssertionState!);
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey a device has shown, or nobody's.</summary>
    public async Task<Account?> TryAsync(HttpContext context, string credentialJson)
    {
        if (cookie.Take(context, PasskeyCookie.ToSignIn) is not { } question || credentialJson.Length is 0 or > CredentialLengthMax)
        {
            return null;
        }

        var assertion = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credentialJson, AssertionState = question.State });
        if (!assertion.Succeeded
            || assertion.User.Record.PasswordHash is null
            || (options.Value.RequireConfirmedEmail is true && assertion.User.Record is { Email: not null, IsEmailConfirmed: false })
            || !TryUseUp(assertion.User, question))
        {
            return null;
        }

        // Stored on condition of the version that was read: of two who show one answer at once, one gets in.
        return (await users.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey)).Succeeded ? assertion.User : null;
    }

    public async Task<bool> RenameAsync(Account account, AccountPasskey passkey, string name)
    {
        if (await users.GetPasskeyAsync(account, passkey.CredentialId.ToArray()) is not { } info)
        {
            return false;
        }

        info.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(account, info)).Succeeded;
    }

    /// <summary>The passkey lets nobody in any longer. Other sessions end.</summary>
    public async Task<bool> RemoveAsync(Account account, AccountPasskey passkey) =>
        (await users.RemovePasskeyAsync(account, passkey.CredentialId.ToArray())).Succeeded
        && (await users.UpdateSecurityStampAsync(account)).Succeeded;

    /// <summary>Notes in memory that the question was answered; false if it was before.</summary>
    private bool TryUseUp(Account account, PasskeyQuestion question)
    {
        var kept = account.Record.AnsweredQuestions.RemoveAll(answered => answered.ForgetAt <= time.GetUtcNow());
        if (kept.Length >= AnswersMax || kept.Any(answered => answered.Id == question.Id))
        {
            return false;
        }

        account.Record = account.Record with { AnsweredQuestions = kept.Add(new() { Id = question.Id, ForgetAt = question.ExpiresAt + ClockDifferenceMax }) };
        return true;
    }
}
