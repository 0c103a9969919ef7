using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>What the runtime needs to know about one grain method.</summary>
internal sealed class GrainMethod
{
    public GrainMethod(MethodInfo method)
    {
        Name = $"{method.DeclaringType?.Name}.{method.Name}";
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        IsAlwaysInterleave = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
    }

    /// <summary>A method that the runtime itself calls in a turn of the grain, such as a timer's callback.</summary>
    public GrainMethod(string name, bool isAlwaysInterleave)
    {
        Name = name;
        IsAlwaysInterleave = isAlwaysInterleave;
    }

    public string Name { get; }

    public bool IsReadOnly { get; }

    public bool IsAlwaysInterleave { get; }

    public bool IsOneWay { get; }

    /// <summary>The timeout of this method, or <see langword="null"/> for the default.</summary>
    public TimeSpan? ResponseTimeout { get; }
}
