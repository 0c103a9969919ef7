using Orleans;

namespace CmeOrleans.Runtime.Bench;

internal sealed class CounterGrain : Grain, ICounterGrain
{
    private long _value;

    public Task<long> IncrementAsync(long amount) => Task.FromResult(_value += amount);

    public async Task<long> IncrementLaterAsync(long amount)
    {
        await Task.Yield();
        return _value += amount;
    }
}
