using CmeOrleans.Ledger.Bench;

// What each verb measures and what was measured is written in bench/README.md.
switch (args)
{
    case ["claims", var server]:
        await ClaimsBench.RunAsync(server);
        return 0;
    case ["earnings", var server]:
        await EarningsBench.RunAsync(server);
        return 0;
    case ["ledgers", var server]:
        await LedgerSizesBench.RunAsync(server);
        return 0;
    case ["start", var server]:
        await StartBench.RunAsync(server);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: bench/run claims | earnings | ledgers | start | pdf | runtime | journal");
        return 2;
}
