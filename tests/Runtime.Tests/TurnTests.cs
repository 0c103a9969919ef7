namespace CmeOrleans.Runtime.Tests;

/// <summary>One turn at a time, calls in order, and no interleaving unless an attribute says so.</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task Calls_from_many_threads_never_interleave()
    {
        const int CallersCount = 16;
        const int CallsCount = 500;
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        await Task.WhenAll(Enumerable.Range(0, CallersCount).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < CallsCount; call++)
            {
                await grain.IncrementSlowlyAsync();
            }
        })));

        Assert.Equal((CallersCount * CallsCount) + 1, await grain.IncrementSlowlyAsync());
    }

    [Fact]
    public async Task Every_await_comes_back_to_the_turns_of_the_grain()
    {
        await using var host = await ActorHost.StartAsync();

        Assert.All(await host.Grains.GetGrain<IProbeGrain>("a").TryAwaitsAsync(), Assert.True);
    }

    [Fact]
    public async Task Call_waits_until_the_one_before_has_ended()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var first = grain.HoldAsync("first");
        await host.Stage.UntilAsync("first begins");
        var second = grain.HoldAsync("second");
        host.Stage.Open("second");
        Assert.Equal(42, await host.Grains.GetGrain<IProbeGrain>("b").DoubleAsync(21));
        host.Stage.Open("first");
        await Task.WhenAll(first, second);

        Assert.Equal(
            ["first begins", "first ends", "second begins", "second ends"],
            host.Stage.Notes.Where(note => note.EndsWith("begins", StringComparison.Ordinal) || note.EndsWith("ends", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_each_other()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var readers = new[] { grain.ReadHoldAsync("reader 1"), grain.ReadHoldAsync("reader 2") };
        await host.Stage.UntilAsync("reader 1 begins");
        await host.Stage.UntilAsync("reader 2 begins");
        host.Stage.OpenAll();

        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Always_interleaving_calls_run_while_another_call_waits()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("held");
        await host.Stage.UntilAsync("held begins");
        host.Stage.Open("interleaving");
        await grain.InterleaveHoldAsync("interleaving");
        Assert.DoesNotContain("held ends", host.Stage.Notes);
        host.Stage.Open("held");

        await held;
    }

    [Fact]
    public async Task Reentrant_grain_takes_a_call_back_to_itself()
    {
        await using var host = await ActorHost.StartAsync();

        Assert.Equal(5, await host.Grains.GetGrain<IReentrantGrain>("a").CountDownAsync(5));
    }

    [Fact]
    public async Task Fan_out_of_calls_that_block_their_threads_runs_side_by_side()
    {
        await using var host = await ActorHost.StartAsync();

        await host.Grains.GetGrain<IProbeGrain>("caller").MeetBothAsync("left", "right");
    }

    [Fact]
    public async Task Caller_that_holds_a_lock_is_not_entered_by_the_grain()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        await grain.DoubleAsync(1);
        var thread = Environment.CurrentManagedThreadId;
        Task<int> call;
        lock (host)
        {
            call = grain.IncrementSlowlyAsync();
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
        }

        Assert.Equal(1, await call);
    }

    [Fact]
    public async Task Stateless_worker_serves_as_many_calls_at_once_as_it_may_have_workers()
    {
        await using var host = await ActorHost.StartAsync();
        var worker = host.Grains.GetGrain<IWorkerGrain>("a");

        var calls = Enumerable.Range(0, WorkerGrain.WorkersMax + 1).Select(_ => worker.HoldAsync("gate")).ToArray();
        await host.Stage.UntilAsync("gate begins", WorkerGrain.WorkersMax);
        await host.Grains.GetGrain<IProbeGrain>("b").DoubleAsync(1);

        Assert.Equal(WorkerGrain.WorkersMax, host.Stage.CountOf("gate begins"));
        host.Stage.Open("gate");
        await Task.WhenAll(calls);
    }
}
