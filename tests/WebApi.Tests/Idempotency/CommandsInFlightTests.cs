using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Tests.Idempotency;

public sealed class CommandsInFlightTests
{
    [Fact]
    public void Only_the_same_key_of_the_same_tenant_on_the_same_ledger_is_under_way()
    {
        var commands = new CommandsInFlight();

        using (commands.Enter("learner-1", "provider:acme", "1"))
        {
            commands.Enter("learner-2", "provider:acme", "1").Dispose();
            commands.Enter("learner-1", "provider:other", "1").Dispose();
            commands.Enter("learner-1", "provider:acme", "2").Dispose();
            var refused = Assert.Throws<ProblemException>(() => commands.Enter("learner-1", "provider:acme", "1"));
            Assert.Equal(ProblemTypes.IdempotencyInFlight, refused.Problem.Type);
        }

        commands.Enter("learner-1", "provider:acme", "1").Dispose();
    }
}
