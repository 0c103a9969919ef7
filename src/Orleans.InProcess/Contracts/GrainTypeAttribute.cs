namespace Orleans;

/// <summary>Names the type of a grain class, which is part of every <see cref="Runtime.GrainId"/> of that class.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string GrainType { get; } = grainType;
}
