using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Faults;
using Orleans.Runtime;

namespace CmeOrleans.Silo.Tests.Faults;

/// <summary>What each exception that leaves a grain says to its caller.</summary>
public sealed class NodeFaultsTests
{
    private static readonly Dictionary<string, Exception> Exceptions = new()
    {
        ["store away"] = new StorageUnavailableException("Away."),
        ["payment provider away"] = new BillingUnavailableException("Away."),
        ["no answer in time"] = new TimeoutException(),
        ["node going away"] = new OrleansMessageRejectionException("Going."),
        ["queue full"] = new LimitExceededException("Full."),
        ["row refused"] = new LedgerRowRefusedException("Too large."),
        ["row unreadable"] = new LedgerRowUnreadableException("Broken."),
        ["rule broken"] = new InvariantViolationException("One is one."),
        ["seal broken"] = new SealBrokenException("Broken."),
        ["bug"] = new InvalidOperationException(),
    };

    public static TheoryData<string, NodeFault> Faults => new()
    {
        { "store away", NodeFault.Unavailable },
        { "payment provider away", NodeFault.Unavailable },
        { "no answer in time", NodeFault.Unavailable },
        { "node going away", NodeFault.Unavailable },
        { "queue full", NodeFault.Overloaded },
        { "row refused", NodeFault.NotStorable },
        { "row unreadable", NodeFault.LedgerUnreadable },
        { "rule broken", NodeFault.LedgerUnreadable },
        { "seal broken", NodeFault.LedgerUnreadable },
        { "bug", NodeFault.Unexpected },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_exception_is_the_same_fault_alone_and_met_while_a_grain_is_activated(string name, NodeFault fault)
    {
        var exception = Exceptions[name];

        Assert.Equal(fault, NodeFaults.Classify(exception));
        Assert.Equal(fault, NodeFaults.Classify(new OrleansException("The grain was not activated.", exception)));
    }

    [Fact]
    public void Every_exception_has_its_row() => Assert.Equal(Exceptions.Keys, Faults.Select(row => row.Data.Item1));
}
