using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.Grains.Interfaces.Audit;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Silo.Faults;
using CmeOrleans.Silo.Health;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Hosting;

/// <summary>
/// Where no bootstrap key is configured and there is no API key yet: makes an operator's key and prints it once. It is an
/// ordinary key, stored as a hash, and can be revoked like any other.
/// </summary>
internal sealed partial class FirstOperatorKey(
    IGrainFactory grains, NodeState state, IBootstrapKey bootstrapKey, TimeProvider time, ILogger<FirstOperatorKey> logger)
    : BackgroundService
{
    private const string DirectoryKey = "first-start";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (bootstrapKey.Hash is not null)
        {
            return;
        }

        await state.WaitUntilOpenAsync(stoppingToken);
        while (!await TryMakeAsync())
        {
            await Task.Delay(RetryDelay, time, stoppingToken);
        }
    }

    private async Task<bool> TryMakeAsync()
    {
        try
        {
            if ((await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListApiKeysAsync(after: null, limit: 1)).IsEmpty)
            {
                await MakeAsync();
            }

            return true;
        }
        catch (Exception exception) when (NodeFaults.Classify(exception) is NodeFault.Unavailable or NodeFault.Overloaded)
        {
            LogNotMade(exception);
            return false;
        }
    }

    private async Task MakeAsync()
    {
        var (keyId, text, secretHash) = ApiKeyText.Create(time.GetUtcNow());
        var grant = new ApiKeyGrant { Role = CallerRole.Operator.ToApiName(), Name = "First operator" };
        await grains.GetGrain<IApiKeyGrain>(keyId).CreateAsync(grant, secretHash);
        await grains.GetGrain<IAuditTrailGrain>(IAuditTrailGrain.Key).RecordAsync(
            new() { Role = "first-start", Act = AuditActs.KeyIssued, Target = keyId, Outcome = AuditTrail.Done });

        // To the console and not to the log, which may be kept.
        await Console.Out.WriteLineAsync(
            $"""

             First start: this operator key is shown once and stored only as a hash.

                 {text}

             """);
        LogMade(keyId);
    }

    [LoggerMessage(LogLevel.Information, "The first operator key is {KeyId}.")]
    private partial void LogMade(string keyId);

    [LoggerMessage(LogLevel.Warning, "The first operator key could not be made; trying again.")]
    private partial void LogNotMade(Exception exception);
}
