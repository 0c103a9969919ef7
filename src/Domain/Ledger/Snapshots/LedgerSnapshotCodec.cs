using System.Runtime.InteropServices;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Snapshots;

/// <summary>Turns a folded ledger into bytes and back, so that a long ledger starts without its whole journal.</summary>
/// <remarks>
/// A snapshot is a copy, never the truth. Whatever changes how rows are folded or what is written here raises
/// <see cref="FoldVersion"/>; snapshots of other versions are ignored.
/// </remarks>
public static class LedgerSnapshotCodec
{
    public const int FoldVersion = 3;

    public static byte[] Write(LearnerLedger ledger)
    {
        var writer = new SnapshotWriter();
        writer.Write((long)FoldVersion);
        writer.Write(ledger.Version);
        writer.WriteHash(ledger.HeadHash.Span);
        writer.Write(InstantKind.NewestRow, ledger.LastAt);
        writer.Write(ledger.Commands.Count);
        writer.Write(ledger.Earnings.Count);
        writer.Write(ledger.Credits.Count);
        writer.Write(ledger.Claims.Count);
        foreach (var (keyHash, command) in ledger.Commands.Entries)
        {
            writer.Write(keyHash);
            writer.Write(command.Seq);
            writer.Write(command.FingerprintFront);
        }

        foreach (var earning in ledger.Earnings)
        {
            Write(writer, earning);
        }

        var ordinals = new Dictionary<CreditId, int>(ledger.Credits.Count);
        foreach (var credit in ledger.Credits)
        {
            ordinals.Add(credit.Id, ordinals.Count);
        }

        foreach (var claim in ledger.Claims)
        {
            Write(writer, claim, ordinals);
        }

        return writer.ToArray();
    }

    /// <exception cref="InvariantViolationException">The bytes are not a whole and unchanged snapshot of this fold version.</exception>
    public static LearnerLedger Read(string ledgerId, ReadOnlyMemory<byte> bytes)
    {
        var reader = new SnapshotReader(bytes.Span);
        Invariant.Require(reader.ReadInt() == FoldVersion, "A snapshot is of this version of the fold.");
        var ledger = new LearnerLedger(ledgerId);
        ledger.Restore(reader.ReadLong(), reader.ReadHash(), reader.ReadInstant(InstantKind.NewestRow));
        var (commands, earnings, credits, claims) = (reader.ReadInt(), reader.ReadInt(), reader.ReadInt(), reader.ReadInt());
        ledger.Commands.EnsureCapacity(commands);
        ledger.Contents.Reserve(earnings, credits, claims);
        for (; commands > 0; commands--)
        {
            ledger.Commands.Restore(reader.ReadNumber(), new(reader.ReadLong(), reader.ReadNumber()));
        }

        for (; earnings > 0; earnings--)
        {
            ledger.Contents.Restore(ReadEarning(ref reader));
        }

        for (; claims > 0; claims--)
        {
            ledger.Contents.Restore(ReadClaim(ref reader, ledger.Credits));
        }

        Invariant.Require(reader.IsAtEnd, "A snapshot ends where its ledger ends.");
        return ledger;
    }

    private static void Write(SnapshotWriter writer, Earning earning)
    {
        writer.Write(earning.Id.Value);
        writer.Write(earning.Seq);
        writer.WriteShared(earning.CourseId);
        writer.Write(earning.CourseVersion);
        writer.WriteShared(earning.CourseTitle);
        writer.WriteShared(earning.ProviderId);
        writer.WriteShared(earning.TopicId);
        writer.WriteShared(earning.TopicTitle);
        writer.Write(InstantKind.Completion, earning.CompletedAt);
        writer.Write(earning.CompletedOn);
        writer.Write(earning.Credits.Length);
        foreach (var credit in earning.Credits)
        {
            writer.Write(credit.Id.Value);
            writer.WriteShared(credit.CreditType);
            writer.Write(credit.Amount);
            writer.Write(credit.ClaimBy);
            writer.Write(InstantKind.ClaimableUntil, credit.ClaimableUntil);
            writer.WriteShared(credit.ExclusiveGroup);
        }

        // From here on what has happened to it.
        writer.Write(earning.IsReversed);
        foreach (var credit in earning.Credits)
        {
            writer.Write(credit.Claimed);
            writer.Write(credit.Expired);
            writer.Write(credit.Reversed);
            writer.Write(credit.Forgone);
        }
    }

    private static Earning ReadEarning(ref SnapshotReader reader)
    {
        var earning = new Earning
        {
            Id = new(reader.ReadGuid()),
            Seq = reader.ReadLong(),
            CourseId = reader.RequireShared(),
            CourseVersion = reader.ReadInt(),
            CourseTitle = reader.RequireShared(),
            ProviderId = reader.RequireShared(),
            TopicId = reader.RequireShared(),
            TopicTitle = reader.RequireShared(),
            CompletedAt = reader.ReadInstant(InstantKind.Completion),
            CompletedOn = reader.ReadDate(),
        };
        var credits = new Credit[reader.ReadInt()];
        for (var index = 0; index < credits.Length; index++)
        {
            credits[index] = new()
            {
                Earning = earning,
                Id = new(reader.ReadGuid()),
                CreditType = reader.RequireShared(),
                Amount = reader.ReadAmount(),
                ClaimBy = reader.ReadDate(),
                ClaimableUntil = reader.ReadInstant(InstantKind.ClaimableUntil),
                ExclusiveGroup = reader.ReadShared(),
            };
        }

        earning.IsReversed = reader.ReadBool();
        foreach (var credit in credits)
        {
            credit.Restore(reader.ReadAmount(), reader.ReadAmount(), reader.ReadAmount(), reader.ReadAmount());
        }

        earning.Credits = ImmutableCollectionsMarshal.AsImmutableArray(credits);
        return earning;
    }

    private static void Write(SnapshotWriter writer, Claim claim, Dictionary<CreditId, int> ordinals)
    {
        writer.Write(claim.Id.Value);
        writer.Write(claim.Seq);
        writer.WriteShared(claim.CreditType);
        writer.Write(InstantKind.Claim, claim.ClaimedAt);
        writer.Write(claim.IsVoided);
        writer.Write(claim.Lines.Length);
        foreach (var line in claim.Lines)
        {
            writer.Write(ordinals[line.Credit.Id]);
            writer.Write(line.Amount);
        }

        writer.Write(claim.CertificateIds.Length);
        foreach (var certificateId in claim.CertificateIds)
        {
            writer.Write(certificateId.Value);
        }
    }

    private static Claim ReadClaim(ref SnapshotReader reader, IReadOnlyList<Credit> credits)
    {
        var id = new ClaimId(reader.ReadGuid());
        var seq = reader.ReadLong();
        var creditType = reader.RequireShared();
        var claimedAt = reader.ReadInstant(InstantKind.Claim);
        var isVoided = reader.ReadBool();
        var lines = new ClaimedLine[reader.ReadInt()];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = new(credits[reader.ReadInt()], reader.ReadAmount());
        }

        var certificateIds = new CertificateId[reader.ReadInt()];
        for (var index = 0; index < certificateIds.Length; index++)
        {
            certificateIds[index] = new(reader.ReadGuid());
        }

        return new(
            id,
            seq,
            creditType,
            claimedAt,
            ImmutableCollectionsMarshal.AsImmutableArray(lines),
            ImmutableCollectionsMarshal.AsImmutableArray(certificateIds)) { IsVoided = isVoided };
    }
}
