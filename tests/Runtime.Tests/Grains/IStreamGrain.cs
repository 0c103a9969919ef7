namespace CmeOrleans.Runtime.Tests;

internal interface IStreamGrain : IGrainWithStringKey
{
    /// <summary>The next items are refused, so many times.</summary>
    Task FailNextAsync(int count);
}
