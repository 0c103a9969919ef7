namespace Orleans.Runtime;

/// <summary>Gives the context of the activation whose turn is running.</summary>
public interface IGrainContextAccessor
{
    IGrainContext GrainContext { get; }
}
