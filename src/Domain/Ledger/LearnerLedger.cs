using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The credit ledger of one learner: what was earned, where it went, and the rules for going on. No I/O, no clock, no randomness.</summary>
/// <remarks>
/// <c>Decide</c> says what a command would do and changes nothing; <c>Apply</c> takes in a row that is in the journal and
/// does not ask the rules again: what was accepted under earlier rules stays accepted.
/// </remarks>
public sealed class LearnerLedger(string ledgerId)
{
    private Sha256Value _headHash = new(LedgerHash.Genesis.Span);

    /// <summary>Whose ledger it is: the learner id.</summary>
    public string LedgerId { get; } = ledgerId;

    /// <summary>The seq of the newest row; 0 while there is none.</summary>
    public long Version { get; private set; }

    /// <summary>The hash of the newest row; a copy.</summary>
    public ReadOnlyMemory<byte> HeadHash => _headHash.ToArray();

    /// <summary>When the newest row was stored.</summary>
    public DateTimeOffset LastAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>All credits in the order in which they were earned.</summary>
    public IReadOnlyList<Credit> Credits => Contents.Credits;

    /// <summary>All earnings in the order in which they were recorded.</summary>
    public IReadOnlyList<Earning> Earnings => Contents.Earnings;

    /// <summary>All claims in the order in which they were made.</summary>
    public IReadOnlyList<Claim> Claims => Contents.Claims;

    internal LedgerContents Contents { get; } = new();

    internal RecordedCommands Commands { get; } = new();

    public bool TryFind(CreditId id, [NotNullWhen(true)] out Credit? credit) => Contents.TryFind(id, out credit);

    public bool TryFind(EarningId id, [NotNullWhen(true)] out Earning? earning) => Contents.TryFind(id, out earning);

    public bool TryFind(ClaimId id, [NotNullWhen(true)] out Claim? claim) => Contents.TryFind(id, out claim);

    public bool TryFind(CertificateId id, [NotNullWhen(true)] out Claim? claim) => Contents.TryFind(id, out claim);

    /// <summary>The sums per credit type as they stand at <paramref name="now"/>, in ordinal order of the type.</summary>
    /// <remarks>A credit whose claim-by date has passed counts as expired from that instant on, whether its row is written yet or not.</remarks>
    public SortedDictionary<string, AccountTotals> TotalsAt(DateTimeOffset now)
    {
        var totals = new Dictionary<string, AccountTotals>(StringComparer.Ordinal);
        foreach (var credit in Contents.Credits)
        {
            ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, credit.CreditType, out _);
            total = total.Add(credit, now);
        }

        return new(totals, StringComparer.Ordinal);
    }

    public Decision<Earned> Decide(EarnRequest request, EarnTerms? terms, IdSeed ids, DateTimeOffset now) =>
        Recall<Earned>(request.Id) ?? EarnRules.Decide(Contents, request, terms, ids, now);

    public Decision<ClaimPlan> Decide(ClaimRequest request, ClaimTerms terms, DateTimeOffset now) =>
        Recall<ClaimPlan>(request.Id) ?? ClaimRules.Decide(this, request, terms, now);

    public Decision<EarningReversed> Decide(ReversalRequest request, DateTimeOffset now) =>
        Recall<EarningReversed>(request.Id) ?? ReversalRules.Decide(Contents, request, now);

    public Decision<ClaimVoided> Decide(VoidClaimRequest request, CreditTypePack pack, DateTimeOffset now) =>
        Recall<ClaimVoided>(request.Id) ?? VoidRules.Decide(Contents, request, pack, now);

    /// <summary>The system entry for claim-by dates that have passed, or <see langword="null"/> if none has.</summary>
    public CreditsExpired? DecideExpiry(DateTimeOffset now)
    {
        var due = ExpiryRules.DueAt(Contents, now);
        return due.IsEmpty ? null : new CreditsExpired { Expired = due };
    }

    /// <summary>The row that writes down <paramref name="happened"/> after the newest one. Its time is that of the newest row until it is stored.</summary>
    public LedgerRow NextRow(CommandId command, LedgerEvent happened)
    {
        var kind = LedgerEventCodec.KindOf(happened);
        var body = LedgerEventCodec.Write(happened);
        var previousHash = HeadHash;
        return new()
        {
            LedgerId = LedgerId,
            Seq = Version + 1,
            PreviousHash = previousHash,
            Hash = LedgerHash.Compute(LedgerId, Version + 1, kind, previousHash.Span, body),
            CommandKey = command.Key,
            Fingerprint = command.Fingerprint,
            Kind = kind,
            Body = body,
            At = LastAt,
        };
    }

    /// <summary>Takes in a row read from the journal.</summary>
    /// <exception cref="LedgerRowUnreadableException">The row does not follow the newest one, its hash is wrong, or it cannot be read.</exception>
    /// <exception cref="InvariantViolationException">What the row says cannot have happened.</exception>
    public void Apply(LedgerRow row)
    {
        if (row.Seq != Version + 1
            || !_headHash.Is(row.PreviousHash.Span)
            || !row.Hash.Span.SequenceEqual(LedgerHash.Compute(LedgerId, row.Seq, row.Kind, row.PreviousHash.Span, row.Body.Span)))
        {
            throw new LedgerRowUnreadableException($"Row {row.Seq} does not continue the chain after row {Version}.");
        }

        Apply(row, RecordedCommands.HashOf(row.CommandKey), LedgerEventCodec.Read(row.Kind, row.Body.Span));
    }

    /// <summary>Takes in a row that <see cref="NextRow"/> made of the same command and that was just stored.</summary>
    public void Apply(LedgerRow row, CommandId command, LedgerEvent happened)
    {
        Invariant.Require(row.CommandKey == command.Key, $"Row {row.Seq} is that of its command.");
        Apply(row, command.KeyHash, happened);
    }

    internal void Restore(long version, ReadOnlySpan<byte> headHash, DateTimeOffset lastAt) =>
        (Version, _headHash, LastAt) = (version, new(headHash), lastAt);

    private void Apply(LedgerRow row, UInt128 keyHash, LedgerEvent happened)
    {
        Invariant.Require(row.Seq == Version + 1, $"Row {row.Seq} follows row {Version}.");
        var isNew = Commands.TryAdd(keyHash, RecordedCommand.Of(row.Seq, row.Fingerprint.Span));
        Invariant.Require(isNew, $"The command key of row {row.Seq} is in the ledger once.");
        LedgerFold.Apply(Contents, row.Seq, happened);
        Version = row.Seq;
        _headHash = new(row.Hash.Span);
        LastAt = row.At;
    }

    private Decision<T>? Recall<T>(CommandId command)
        where T : class
    {
        // Retries come first: they must get the first answer, even where today's rules would refuse the command.
        if (!Commands.TryFind(command.KeyHash, out var recorded))
        {
            return null;
        }

        return recorded.Is(command.Fingerprint.Span)
            ? Decision<T>.Repeat(recorded.Seq)
            : Decision<T>.Refuse(LedgerStatus.IdempotencyKeyReused);
    }
}
