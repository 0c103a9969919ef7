namespace Orleans.Concurrency;

/// <summary>The caller does not wait for the method and never sees its exceptions.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
