using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace CmeOrleans.Silo;

/// <summary>Runs the grains in this process alone. The other runtime is in <c>Runtime.Orleans.cs</c>; nothing else differs.</summary>
internal static class Runtime
{
    public static void AddActorRuntime(this IHostApplicationBuilder builder) =>
        builder.Services.AddInProcessActors(options => options.GrainAssemblies.Add(typeof(ILedgerJournal).Assembly));
}
