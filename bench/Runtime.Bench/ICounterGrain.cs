using Orleans;

namespace CmeOrleans.Runtime.Bench;

internal interface ICounterGrain : IGrainWithStringKey
{
    Task<long> IncrementAsync(long amount);

    Task<long> IncrementLaterAsync(long amount);
}
