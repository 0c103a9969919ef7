namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Names of the fields in the forms of accounts, which are also their ids.</summary>
internal static class AccountFields
{
    public const string Email = "email";
    public const string Password = "password";
    public const string NewPassword = "new-password";
    public const string Code = "code";
    public const string RevokeKeys = "revoke-keys";
}
