namespace Orleans.Concurrency;

/// <summary>The method changes nothing, so calls of it may interleave with other read-only calls.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
