using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Makes accounts. Whether an address had one already is told to its owner by mail, and to nobody else.</summary>
internal sealed partial class Registration(UserManager<Account> users, AccountMail mail, LevelTime levelTime, TimeProvider time)
{
    /// <summary>Longer than any address can be (RFC 5321).</summary>
    public const int EmailLengthMax = 254;

    /// <summary>Longer than any password that is typed; hashing a longer one is work for nothing.</summary>
    public const int PasswordLengthMax = 200;

    /// <summary>Whether a text can be somebody's address: whether it is one is shown by a mail.</summary>
    public static bool IsEmail(string text) =>
        text.Length is > 0 and <= EmailLengthMax && EmailForm().IsMatch(text);

    /// <summary>What is wrong with a password, in sentences; nothing if it can be used.</summary>
    public async Task<IReadOnlyList<string>> CheckPasswordAsync(string password)
    {
        if (password.Length > PasswordLengthMax)
        {
            return [$"A password has at most {PasswordLengthMax} characters."];
        }

        var nobody = Account.Create(email: null, time.GetUtcNow());
        var faults = new List<string>();
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, nobody, password);
            faults.AddRange(result.Errors.Select(error => error.Description));
        }

        return faults;
    }

    /// <summary>Registers the address with a password that <see cref="CheckPasswordAsync"/> has found good.</summary>
    /// <exception cref="InvalidOperationException">Identity refuses for another reason than that the address has an account.</exception>
    public async Task RegisterAsync(string email, string password)
    {
        var begun = levelTime.Begin();
        var account = Account.Create(email, time.GetUtcNow());
        var result = await users.CreateAsync(account, password);
        if (result.Succeeded)
        {
            await SendConfirmationAsync(account);
        }
        else if (result.Errors.All(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            var known = await users.FindByEmailAsync(email);
            await (known is null ? Task.CompletedTask : mail.SendAlreadyRegisteredAsync(known));
        }
        else
        {
            throw new InvalidOperationException($"The account is refused: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
        }

        await levelTime.EndAsync(begun);
    }

    public async Task SendConfirmationAsync(Account account) =>
        await mail.SendConfirmationAsync(account, await users.GenerateEmailConfirmationTokenAsync(account));

    // What the post office takes: the dot-atom of RFC 5322 and a host name.
    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();
}
