using CmeOrleans.Grains.Certificates;
using Orleans.Runtime;

namespace CmeOrleans.Grains.Tests;

/// <summary>However many papers are asked for that are not kept, few are made or wait, and none keeps certificates waiting.</summary>
public sealed class UnkeptPaperGateTests
{
    [Fact]
    public async Task One_learner_takes_few_places_and_gives_them_back()
    {
        using var gate = new UnkeptPaperGate();
        var hold = new TaskCompletionSource<int>();
        var held = Enumerable.Range(0, UnkeptPaperGate.PlacesOfLearnerMax).Select(_ => gate.HoldPlaceAsync("learner", () => hold.Task)).ToArray();

        await Assert.ThrowsAsync<LimitExceededException>(() => gate.HoldPlaceAsync("learner", () => hold.Task));
        Assert.Equal(1, await gate.HoldPlaceAsync("another", () => Task.FromResult(1)));

        hold.SetResult(2);
        await Task.WhenAll(held);
        Assert.Equal(3, await gate.HoldPlaceAsync("learner", () => Task.FromResult(3)));
    }

    [Fact]
    public async Task All_learners_together_take_a_bounded_number_of_places()
    {
        using var gate = new UnkeptPaperGate();
        var hold = new TaskCompletionSource<int>();
        var held = Enumerable.Range(0, UnkeptPaperGate.PlacesMax).Select(number => gate.HoldPlaceAsync($"learner-{number}", () => hold.Task)).ToArray();

        await Assert.ThrowsAsync<LimitExceededException>(() => gate.HoldPlaceAsync("one-more", () => hold.Task));

        hold.SetException(new InvalidOperationException("It failed."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(held));
        Assert.Equal(1, await gate.HoldPlaceAsync("one-more", () => Task.FromResult(1)));
    }

    [Fact]
    public async Task Papers_are_rendered_one_after_another()
    {
        using var gate = new UnkeptPaperGate();
        var running = 0;
        byte[] Render()
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            Interlocked.Decrement(ref running);
            return [1];
        }

        var rendered = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gate.RenderAsync(Render)));

        Assert.All(rendered, paper => Assert.Equal([1], paper));
    }
}
