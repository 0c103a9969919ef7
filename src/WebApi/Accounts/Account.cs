using CmeOrleans.Grains.Interfaces.Accounts;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>One person's account while a request works on it. Changes are kept by <see cref="AccountStore"/>, when asked to.</summary>
/// <param name="id">The account id, <c>acc_…</c>.</param>
/// <param name="record">What is stored, or is to be.</param>
/// <param name="eTag">The version that was read; none for a new account.</param>
internal sealed class Account(string id, AccountRecord record, string? eTag)
{
    private const string IdPrefix = "acc_";

    public string Id { get; private set; } = id;

    public AccountRecord Record { get; set; } = record;

    public string? ETag { get; private set; } = eTag;

    /// <summary>What its owner knows it by.</summary>
    public string DisplayName => Record.Email ?? Record.DisplayName ?? Id;

    /// <summary>A new account that nobody has stored yet.</summary>
    public static Account Create(string? email, DateTimeOffset now) =>
        new($"{IdPrefix}{Guid.CreateVersion7(now):D}", new() { Email = email, CreatedAt = now }, eTag: null);

    /// <summary>The account is stored under this id and version.</summary>
    public void Adopt(string storedId, AccountRecord stored, string storedETag) => (Id, Record, ETag) = (storedId, stored, storedETag);
}
