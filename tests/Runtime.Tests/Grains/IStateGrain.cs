namespace CmeOrleans.Runtime.Tests;

internal interface IStateGrain : IGrainWithStringKey
{
    Task<int> GetAsync();

    Task<bool> ExistsAsync();

    Task SetAsync(int number);

    Task ClearAsync();

    Task DeactivateAsync();
}
