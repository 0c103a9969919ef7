namespace Orleans.Concurrency;

/// <summary>All calls of the grain class may interleave, at the awaits of each. Still one turn at a time.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
