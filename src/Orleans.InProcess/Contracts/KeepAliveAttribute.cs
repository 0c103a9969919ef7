namespace Orleans;

/// <summary>Exempts the activations of a grain class from idle collection.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepAliveAttribute : Attribute;
