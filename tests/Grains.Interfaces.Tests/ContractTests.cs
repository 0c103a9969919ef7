namespace CmeOrleans.Grains.Interfaces.Tests;

/// <summary>
/// Contracts cross process borders in a cluster and are shared, uncopied, in one process. Goal: no contract can change
/// after it was handed over, and each has its name and numbers on the wire. Method: walk everything that grain methods
/// take and return.
/// </summary>
public sealed class ContractTests
{
    [Fact]
    public void Every_contract_is_immutable_named_and_numbered()
    {
        var walk = new ContractWalk();

        walk.VisitAssembly(typeof(Answer<>).Assembly);

        Assert.True(walk.Violations.Count == 0, string.Join(Environment.NewLine, walk.Violations));
        Assert.NotEmpty(walk.VisitedTypes);
    }
}
