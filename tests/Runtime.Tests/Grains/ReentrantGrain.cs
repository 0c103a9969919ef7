using Orleans.Concurrency;

namespace CmeOrleans.Runtime.Tests;

[Reentrant]
internal sealed class ReentrantGrain : Grain, IReentrantGrain
{
    public async Task<int> CountDownAsync(int count) =>
        count == 0 ? 0 : 1 + await this.AsReference<IReentrantGrain>().CountDownAsync(count - 1);
}
