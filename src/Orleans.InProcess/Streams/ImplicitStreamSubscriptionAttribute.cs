namespace Orleans;

/// <summary>
/// Subscribes a grain class to all streams of a namespace: the items of stream <c>namespace/key</c> go to the grain of
/// this class with the same key.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ImplicitStreamSubscriptionAttribute(string streamNamespace, string? streamIdMapper = null) : Attribute
{
    public string? StreamIdMapper { get; init; } = streamIdMapper;

    internal string StreamNamespace { get; } = streamNamespace.Trim();
}
