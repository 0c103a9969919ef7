using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Tests.Support;

/// <summary>A ledger with a journal of its own and a clock that stands still: asks the rules and stores what they accept.</summary>
internal sealed class TestLedger(string ledgerId = "learner-1")
{
    private int _commands;

    public LearnerLedger Ledger { get; } = new(ledgerId);

    public List<LedgerRow> Rows { get; } = [];

    /// <summary>The course entries that were stored with the rows.</summary>
    public List<CourseEntry> Entries { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<Credit> Credits => Ledger.Credits;

    public static CommandId Command(string key, string content = "") => new(key, SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public CommandId NextCommand() => Command($"key-{++_commands}");

    public Decision<Earned> Earn(EarnTerms? terms, DateTimeOffset? completedAt = null, decimal? score = null, CommandId? id = null)
    {
        var request = new EarnRequest(id ?? NextCommand(), completedAt ?? Now, score);
        var decision = Ledger.Decide(request, terms, Ids(request.Id), Now);
        Store(request.Id, decision.Value);
        return decision;
    }

    /// <summary>Earns what must be accepted and gives the credits that came of it.</summary>
    public ImmutableArray<Credit> Earned(EarnTerms terms, DateTimeOffset? completedAt = null)
    {
        Assert.Equal(LedgerStatus.Accepted, Earn(terms, completedAt).Status);
        return Ledger.Earnings[^1].Credits;
    }

    public Decision<ClaimPlan> Claim(ClaimRequest request, ClaimTerms? terms = null)
    {
        terms ??= Sample.Member;
        var decision = Ledger.Decide(request, terms, Now);
        if (decision.Value is { } plan)
        {
            var papers = plan.Certificates.ToDictionary(planned => planned.CourseId, planned => Sample.Certificate(planned.CourseId));
            Store(request.Id, CertificateFaces.Freeze(plan, papers, Sample.Holder, terms.Pack[plan.CreditType], Ids(request.Id), Now));
        }

        return decision;
    }

    public Decision<ClaimPlan> Claim(string creditType, params (Credit Credit, long Hundredths)[] lines) =>
        Claim(new ClaimRequest(NextCommand(), creditType, [.. lines.Select(line => new RequestedLine(line.Credit.Id, line.Hundredths))], null));

    public Decision<ClaimPlan> ClaimAll(string creditType, ClaimTerms? terms = null) => Claim(new ClaimRequest(NextCommand(), creditType, null, null), terms);

    /// <summary>Claims what must be accepted.</summary>
    public Claim Claimed(params (Credit Credit, long Hundredths)[] lines)
    {
        var decision = Claim(lines[0].Credit.CreditType, lines);
        Assert.Equal(LedgerStatus.Accepted, decision.Status);
        return Ledger.Claims[^1];
    }

    public Decision<EarningReversed> Reverse(EarningId earningId, CommandId? id = null, string? onlyProviderId = null)
    {
        var request = new ReversalRequest(id ?? NextCommand(), earningId, "entered by mistake", onlyProviderId);
        var decision = Ledger.Decide(request, Now);
        Store(request.Id, decision.Value);
        return decision;
    }

    public Decision<ClaimVoided> Void(ClaimId claimId, CommandId? id = null)
    {
        var request = new VoidClaimRequest(id ?? NextCommand(), claimId, "claimed by mistake");
        var decision = Ledger.Decide(request, Sample.Pack, Now);
        Store(request.Id, decision.Value);
        return decision;
    }

    /// <summary>What the sweep does.</summary>
    public CreditsExpired? Expire()
    {
        var expired = Ledger.DecideExpiry(Now);
        Store(Command(string.Create(CultureInfo.InvariantCulture, $" expire-{Ledger.Version}")), expired);
        return expired;
    }

    public AccountTotals Totals(string creditType) => Ledger.TotalsAt(Now).GetValueOrDefault(creditType);

    private static IdSeed Ids(CommandId id) => new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), SHA256.HashData(Encoding.UTF8.GetBytes(id.Key)));

    private void Store(CommandId id, LedgerEvent? happened)
    {
        if (happened is null)
        {
            return;
        }

        Entries.AddRange(CourseEntries.Of(Ledger, happened));
        var row = Ledger.NextRow(id, happened) with { At = Now > Ledger.LastAt ? Now : Ledger.LastAt };
        Ledger.Apply(row, id, happened);
        Rows.Add(row);
    }
}
