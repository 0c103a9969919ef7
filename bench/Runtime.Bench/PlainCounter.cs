namespace CmeOrleans.Runtime.Bench;

internal sealed class PlainCounter
{
    private long _value;

    public Task<long> IncrementAsync(long amount) => Task.FromResult(_value += amount);
}
