using System.Globalization;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>The canonical form of each command. A key works across all routes that mean the same command.</summary>
internal static class CommandFingerprints
{
    public static CommandId Of(string learnerId, EarnCommand command)
    {
        var fingerprint = new CommandFingerprint("POST /v1/learners/{learnerId}/earnings", learnerId);
        fingerprint.Add(command.CourseId).Add(command.TopicId).Add(command.CompletedAt.UtcTicks)
            .Add(command.Score?.ToString("0.#############################", CultureInfo.InvariantCulture));
        return new(TenantKeys.Join(command.Key, command.Tenant), fingerprint.ToHash());
    }

    public static CommandId Of(string learnerId, ClaimCommand command)
    {
        var fingerprint = new CommandFingerprint("POST /v1/learners/{learnerId}/claims", learnerId);
        fingerprint.Add(command.CreditType).Add(command.ExpectedVersion).Add(command.All ? null : command.Lines.Length);
        foreach (var line in command.Lines)
        {
            fingerprint.Add(line.CreditId).Add(line.AmountHundredths);
        }

        return new(TenantKeys.Join(command.Key, command.Tenant), fingerprint.ToHash());
    }

    public static CommandId Of(string learnerId, ReverseEarningCommand command)
    {
        var fingerprint = new CommandFingerprint("POST /v1/learners/{learnerId}/earnings/{earningId}/reversal", learnerId);
        fingerprint.Add(command.EarningId).Add(command.Reason);
        return new(TenantKeys.Join(command.Key, command.Tenant), fingerprint.ToHash());
    }

    public static CommandId Of(string learnerId, VoidClaimCommand command)
    {
        var fingerprint = new CommandFingerprint("POST /v1/learners/{learnerId}/claims/{claimId}/void", learnerId);
        fingerprint.Add(command.ClaimId).Add(command.Reason);
        return new(TenantKeys.Join(command.Key, command.Tenant), fingerprint.ToHash());
    }

    /// <summary>A system command at a position of the ledger. The space keeps its key apart from all that clients can send.</summary>
    public static CommandId OfExpiry(string learnerId, long seq)
    {
        var fingerprint = new CommandFingerprint("expire", learnerId);
        return new(string.Create(CultureInfo.InvariantCulture, $" expire {seq}"), fingerprint.Add(seq).ToHash());
    }
}
