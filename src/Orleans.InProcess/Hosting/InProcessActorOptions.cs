using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Orleans.Hosting;

/// <summary>Settings of the in-process actor runtime.</summary>
public sealed class InProcessActorOptions
{
    /// <summary>The assemblies whose public and internal grain classes the runtime serves.</summary>
    public IList<Assembly> GrainAssemblies { get; } = [];

    /// <summary>How long a caller waits before it gets a <see cref="TimeoutException"/>. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an activation may be idle before it is collected. The default is 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. The default is one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long creating a grain, reading its state and its OnActivateAsync may take. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long OnDeactivateAsync may take. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The most calls that may wait for one activation; a further call fails with a
    /// <see cref="Runtime.LimitExceededException"/>. The default is 10,000.
    /// </summary>
    [Range(1, 10_000_000)]
    public int CallsWaitingMax { get; set; } = 10_000;

    /// <summary>The shortest period of a reminder. The default is one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the reminder table is read for changes made by others. The default is 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RefreshReminderListPeriod { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often one stream item is offered to one grain before it is given up. The default is 5.</summary>
    [Range(1, 100)]
    public int StreamDeliveryAttemptsMax { get; set; } = 5;

    /// <summary>The time between the first two attempts to deliver; it doubles each time. The default is 100 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan StreamRetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The most items of one stream that may wait for one grain; publishing a further one fails with a
    /// <see cref="Runtime.LimitExceededException"/>. The default is 10,000.
    /// </summary>
    [Range(1, 10_000_000)]
    public int StreamItemsWaitingMax { get; set; } = 10_000;
}

/// <summary>Checks <see cref="InProcessActorOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class InProcessActorOptionsValidator : IValidateOptions<InProcessActorOptions>;
