using System.CommandLine;
using System.Security.Cryptography;
using CmeOrleans.WebApi.Demo;
using CmeOrleans.WebApi.Hosting;

namespace CmeOrleans.WebApi.Cli;

/// <summary><c>demo</c>: serves from an SQLite file of its own that holds demo data.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var command = new Command(
            "demo", "Serves demo data from data/demo.db and prints how to sign in. May be started again: the data is always the same.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(CommandLine.Settings(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        // A new operator key each time: it is printed, so it must not open the data for longer than the demo runs.
        var operatorKey = $"demo-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

        // Above all other settings, lest demo data gets into a store that is meant for something else.
        await using var node = NodeApplication.Build(settings, new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Sqlite",
            ["ConnectionStrings:Ledger"] = "Data Source=data/demo.db",
            ["Security:BootstrapKey"] = operatorKey,
        });
        await NodeApplication.StartAsync(node, cancellationToken);
        await new DemoData(node.Services.GetRequiredService<IGrainFactory>()).WriteAsync(cancellationToken);
        var password = await new DemoAccount(node.Services, node.Services.GetRequiredService<TimeProvider>()).PrepareAsync();

        var url = node.Urls.First();
        await Console.Out.WriteLineAsync(
            $"""

             CmeOrleans demo: 2 providers, 3 courses, {DemoLearner.LearnersCount} learners (learner-01 to learner-{DemoLearner.LearnersCount}).

                 URL           {url}
                 Sign in as    {DemoAccount.Email}   with the password {password}
                 Operator key  {operatorKey}   (for as long as this demo runs)

                 curl -H "Authorization: Bearer {operatorKey}" {url}/v1/learners/learner-02/balance

             Ctrl+C ends it.

             """);
        await node.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
