using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.WebApi.Problems;
using Orleans.Runtime;

namespace CmeOrleans.WebApi.Tests.Problems;

/// <summary>What a fault becomes for the caller, and after how long he may come back.</summary>
public sealed class FaultProblemsTests
{
    private static readonly Dictionary<string, Exception> Exceptions = new()
    {
        ["queue full"] = new LimitExceededException("Full."),
        ["queue full while activated"] = new OrleansException("Not activated.", new LimitExceededException("Full.")),
        ["store away"] = new StorageUnavailableException("Away."),
        ["row unreadable"] = new LedgerRowUnreadableException("Broken."),
        ["row refused"] = new LedgerRowRefusedException("Too large."),
        ["bug"] = new InvalidOperationException("Secret."),
    };

    [Theory]
    [InlineData("queue full", 503, "overloaded", 1)]
    [InlineData("queue full while activated", 503, "overloaded", 1)]
    [InlineData("store away", 503, "unavailable", 1)]
    [InlineData("row unreadable", 503, "ledger-unavailable", 60)]
    [InlineData("row refused", 422, "not-storable", null)]
    [InlineData("bug", 500, "internal-error", null)]
    public void Fault_has_its_problem_and_its_time_to_wait(string name, int status, string slug, int? retryAfterSeconds)
    {
        var exception = Exceptions[name];

        var problem = FaultProblems.Of(exception);

        Assert.Equal((status, slug, retryAfterSeconds), (problem.Status, problem.Type.Slug, problem.RetryAfterSeconds));
        Assert.DoesNotContain(exception.Message, problem.Detail, StringComparison.Ordinal);
    }
}
