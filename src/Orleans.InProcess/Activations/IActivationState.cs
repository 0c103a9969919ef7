namespace Orleans.Runtime;

/// <summary>A stored state that must be read before its grain is activated.</summary>
internal interface IActivationState
{
    Task ReadStateAsync(CancellationToken cancellationToken);
}
