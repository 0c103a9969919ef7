using System.Security.Cryptography;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Accounts;

namespace CmeOrleans.Grains.Accounts;

/// <inheritdoc cref="IInvitationGrain"/>
public sealed class InvitationGrain(
    [PersistentState(EntityStates.Invitation)] IPersistentState<InvitationState> state,
    TimeProvider time) : Grain, IInvitationGrain
{
    private readonly Entity<InvitationState> _entity = new(state, StateWatch.None);

    public async Task CreateAsync(InvitationGrant grant, ReadOnlyMemory<byte> secretHash) => await _entity.WriteAsync(ifMatch: null, current =>
    {
        Invariant.Require(current is null, "The id of a new invitation is new.");
        return new() { Grant = grant, SecretHash = secretHash };
    });

    public async Task<bool> IsOpenAsync(string accountId, ReadOnlyMemory<byte> secretHash) =>
        await _entity.ReadAsync() is { } current && IsOpen(current, accountId, secretHash.Span);

    public async Task<string?> AcceptAsync(string accountId, ReadOnlyMemory<byte> secretHash)
    {
        // An invitation that is not there must not become one by being asked for.
        if (await _entity.ReadAsync() is null)
        {
            return null;
        }

        string? learnerId = null;
        await _entity.WriteAsync(ifMatch: null, current =>
        {
            learnerId = IsOpen(current!, accountId, secretHash.Span) ? current!.Grant!.LearnerId : null;
            return learnerId is null || current!.AccountId is not null ? current! : current with { AccountId = accountId };
        });
        return learnerId;
    }

    // Whoever has accepted it may do so again, also later: the binding may have broken off.
    private bool IsOpen(InvitationState invitation, string accountId, ReadOnlySpan<byte> secretHash) =>
        CryptographicOperations.FixedTimeEquals(invitation.SecretHash.Span, secretHash)
        && (invitation.AccountId is { } taken ? taken == accountId : time.GetUtcNow() < invitation.Grant!.ExpiresAt);
}
