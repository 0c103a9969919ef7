namespace Orleans.Concurrency;

/// <summary>Calls of the method may interleave with every other call, at the awaits of both.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
