using System.Collections.Immutable;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What the rules say to a command. Nothing has changed yet.</summary>
/// <typeparam name="T">What is to be written when the command is accepted.</typeparam>
public readonly record struct Decision<T>
    where T : class
{
    internal Decision(LedgerStatus status, T? accepted, long repeatedSeq, ImmutableArray<LineRefusal> lines)
    {
        Status = status;
        Value = accepted;
        RepeatedSeq = repeatedSeq;
        Lines = lines;
    }

    public LedgerStatus Status { get; }

    /// <summary>Given exactly when the status is <see cref="LedgerStatus.Accepted"/>.</summary>
    public T? Value { get; }

    /// <summary>For <see cref="LedgerStatus.Repeated"/>, the row that holds the first answer.</summary>
    public long RepeatedSeq { get; }

    /// <summary>For <see cref="LedgerStatus.LinesRefused"/>, every bad line in the order of the claim.</summary>
    public ImmutableArray<LineRefusal> Lines { get; }

    /// <summary>The same refusal or repeat for another kind of answer.</summary>
    public Decision<TOther> As<TOther>()
        where TOther : class
    {
        Invariant.Require(Status is not LedgerStatus.Accepted, "What is accepted has a value of its own kind.");
        return new(Status, null, RepeatedSeq, Lines);
    }

    public static Decision<T> Accept(T value) => new(LedgerStatus.Accepted, value, 0, []);

    public static Decision<T> Repeat(long seq) => new(LedgerStatus.Repeated, null, seq, []);

    public static Decision<T> Refuse(LedgerStatus status) => new(status, null, 0, []);

    public static Decision<T> Refuse(ImmutableArray<LineRefusal> lines) => new(LedgerStatus.LinesRefused, null, 0, lines);
}
