using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Makes accounts. Whether an address had one already is answered to its owner by mail, and to nobody else.</summary>
internal sealed class Registration(UserManager<Account> users, LevelTime levelTime, TimeProvider time)
{
    /// <summary>Longer than any address can be (RFC 5321).</summary>
    public const int EmailLengthMax = 254;

    /// <summary>Longer than any password that is typed; hashing a longer one is work for nothing.</summary>
    public const int PasswordLengthMax = 200;

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
        var result = await users.CreateAsync(Account.Create(email, time.GetUtcNow()), password);
        if (!result.Succeeded && !result.Errors.All(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            throw new InvalidOperationException($"The account is refused: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
        }

        await levelTime.EndAsync(begun);
    }
}
