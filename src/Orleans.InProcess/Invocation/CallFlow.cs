using System.Collections.Immutable;
using System.Diagnostics;

namespace Orleans.Runtime;

/// <summary>What a call carries from its caller besides its arguments: the request context and the trace.</summary>
/// <remarks>Not the whole execution context: what a web request keeps in it is none of the grain's business.</remarks>
internal sealed record CallFlow(ImmutableDictionary<string, object>? RequestContextValues, Activity? Activity)
{
    public static CallFlow? Capture()
    {
        var values = RequestContext.Values;
        var activity = Activity.Current;
        return values is null && activity is null ? null : new(values, activity);
    }

    /// <summary>Takes effect until the execution context is restored.</summary>
    public void Apply()
    {
        RequestContext.Values = RequestContextValues;
        Activity.Current = Activity;
    }
}
