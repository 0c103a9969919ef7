using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Properties;

/// <summary>Takes steps on a ledger and remembers which commands were accepted.</summary>
internal sealed class RandomLearner
{
    private readonly List<(CommandId Id, Func<CommandId, (LedgerStatus Status, long Seq)> Send, long Seq)> _accepted = [];

    public TestLedger Test { get; } = new();

    public LearnerLedger Ledger => Test.Ledger;

    /// <summary>What the last step was answered with; nothing for steps that ask nothing.</summary>
    public LedgerStatus LastStatus { get; private set; }

    public void Take(Step step)
    {
        LastStatus = LedgerStatus.None;
        switch (step.Kind)
        {
            case StepKind.Earn:
                Earn(step);
                break;
            case StepKind.ClaimLines:
                ClaimLines(step);
                break;
            case StepKind.ClaimAll:
                Claim(Catalog.CreditTypes[step.First % Catalog.CreditTypes.Length], null);
                break;
            case StepKind.Reverse:
                var earningId = Pick(Ledger.Earnings, step.First) is { } earning ? earning.Id : default;
                Send(id => Answer(Test.Reverse(earningId, id)));
                break;
            case StepKind.Void:
                var claimId = Pick(Ledger.Claims, step.First) is { } claim ? claim.Id : default;
                Send(id => Answer(Test.Void(claimId, id)));
                break;
            case StepKind.Wait:
                Test.Now += step.First % 3 == 0 ? TimeSpan.FromDays(step.Second % 400) : TimeSpan.FromMinutes(step.Second);
                break;
            case StepKind.Expire:
                LastStatus = Test.Expire() is null ? LedgerStatus.None : LedgerStatus.Accepted;
                break;
            case StepKind.Retry:
                Retry(step);
                break;
            case StepKind.ReuseKey:
                ReuseKey(step);
                break;
            case StepKind.None:
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step.");
        }
    }

    private static T? Pick<T>(IReadOnlyList<T> items, int number)
        where T : class => items.Count == 0 ? null : items[number % items.Count];

    private static (LedgerStatus Status, long Seq) Answer<T>(Decision<T> decision)
        where T : class => (decision.Status, decision.RepeatedSeq);

    private void Earn(Step step)
    {
        // Now and then out of order, before the course, or a little in the future.
        var completedAt = Test.Now - TimeSpan.FromHours((step.Third % 3000) - 10);
        Send(id => Answer(Test.Earn(Catalog.Course(step.First, step.Second), completedAt, id: id)));
    }

    private void ClaimLines(Step step)
    {
        var type = Catalog.CreditTypes[step.First % Catalog.CreditTypes.Length];
        var ofType = Ledger.Credits.Where(credit => credit.CreditType == type).ToArray();
        var lines = ImmutableArray.CreateBuilder<RequestedLine>();
        for (var n = 0; n <= step.Second % 3; n++)
        {
            // Mostly credits of the type and whole steps; sometimes anything.
            var credit = Pick(step.Third % 9 == 0 ? Ledger.Credits : ofType, step.Second + (7 * n));
            var part = (step.Third % 5) + n;
            lines.Add(new(credit?.Id ?? default, step.Third % 11 == 0 ? part : credit is null || part == 0 ? 25 : Part(credit, part)));
        }

        Claim(type, lines.ToImmutable());
    }

    private static long Part(Credit credit, int part)
    {
        var step = Sample.Pack[credit.CreditType].Step.Hundredths;
        return Math.Max(step, credit.Available.Hundredths / part / step * step);
    }

    private void Claim(string type, ImmutableArray<RequestedLine>? lines)
    {
        var before = Ledger.Credits.ToDictionary(credit => credit.Id, credit => credit.Claimed);
        var decision = Send(id => Answer(Test.Claim(new ClaimRequest(id, type, lines, null))));
        if (decision is LedgerStatus.Accepted && lines is { } asked)
        {
            RequireWholeClaim(before, asked);
        }
    }

    /// <summary>A claim has all its lines or none.</summary>
    private void RequireWholeClaim(Dictionary<CreditId, CreditAmount> before, ImmutableArray<RequestedLine> asked)
    {
        var moved = Ledger.Credits.Where(credit => credit.Claimed != before[credit.Id])
            .ToDictionary(credit => credit.Id, credit => (credit.Claimed - before[credit.Id]).Hundredths);
        Assert.Equal(asked.ToDictionary(line => line.CreditId, line => line.Hundredths), moved);
        Assert.Equal(asked.Sum(line => line.Hundredths), Ledger.Claims[^1].Total.Hundredths);
    }

    private LedgerStatus Send(Func<CommandId, (LedgerStatus Status, long Seq)> send)
    {
        var id = Test.NextCommand();
        (LastStatus, _) = send(id);
        if (LastStatus is LedgerStatus.Accepted)
        {
            _accepted.Add((id, send, Ledger.Version));
        }

        return LastStatus;
    }

    /// <summary>The first answer comes again, from its row, whatever happened since.</summary>
    private void Retry(Step step)
    {
        if (_accepted.Count > 0)
        {
            var (id, send, seq) = _accepted[step.First % _accepted.Count];
            var answer = send(id);
            Assert.Equal((LedgerStatus.Repeated, seq), answer);
            LastStatus = answer.Status;
        }
    }

    private void ReuseKey(Step step)
    {
        if (_accepted.Count > 0)
        {
            var (id, _, _) = _accepted[step.First % _accepted.Count];
            var (_, send, _) = _accepted[step.Second % _accepted.Count];
            LastStatus = send(TestLedger.Command(id.Key, "other content")).Status;
            Assert.Equal(LedgerStatus.IdempotencyKeyReused, LastStatus);
        }
    }
}
