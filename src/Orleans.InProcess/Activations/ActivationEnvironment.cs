using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>What all activations of one runtime share.</summary>
internal sealed record ActivationEnvironment(
    InProcessActorOptions Options,
    TimeProvider TimeProvider,
    CallClock Clock,
    DeadlineWatch DeadlineWatch,
    RuntimeMetrics Metrics,
    ILogger<Activation> Logger,
    IServiceProvider Services);
