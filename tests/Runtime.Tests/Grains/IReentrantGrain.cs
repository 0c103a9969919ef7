namespace CmeOrleans.Runtime.Tests;

internal interface IReentrantGrain : IGrainWithStringKey
{
    /// <summary>Calls itself through its reference until the count is zero; returns the number of calls.</summary>
    Task<int> CountDownAsync(int count);
}
