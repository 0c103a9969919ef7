namespace Orleans.Runtime;

/// <inheritdoc cref="IGrainContextAccessor"/>
internal sealed class GrainContextAccessor : IGrainContextAccessor
{
    public IGrainContext GrainContext => RuntimeContext.Current ?? throw new InvalidOperationException("No turn of a grain is running.");
}
