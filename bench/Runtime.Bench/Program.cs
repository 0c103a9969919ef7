using System.Diagnostics;
using System.Globalization;
using CmeOrleans.Runtime.Bench;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Hosting;

// Measures what a call without I/O costs. Each line is the best and the median of several rounds, in nanoseconds per call;
// the first line is the floor: the same method called as a plain object, awaited in the same loop.
const int RoundsCount = 9;
const int CallsCount = 200_000;
const int GrainsCount = 1_000;

var builder = Host.CreateApplicationBuilder();
builder.Services.AddInProcessActors(options => options.GrainAssemblies.Add(typeof(CounterGrain).Assembly));
using var host = builder.Build();
await host.StartAsync();
var grains = host.Services.GetRequiredService<IGrainFactory>();
var single = grains.GetGrain<ICounterGrain>("single");
var many = Enumerable.Range(0, GrainsCount)
    .Select(number => grains.GetGrain<ICounterGrain>(number.ToString(CultureInfo.InvariantCulture))).ToArray();
var plain = new PlainCounter();

await MeasureAsync("plain object, awaited one by one", () => OneByOneAsync(plain.IncrementAsync));
await MeasureAsync("one grain, awaited one by one", () => OneByOneAsync(single.IncrementAsync));
await MeasureAsync("one grain, reference made per call", () =>
    OneByOneAsync(amount => grains.GetGrain<ICounterGrain>("single").IncrementAsync(amount)));
await MeasureAsync("one grain, method that yields", () => OneByOneAsync(single.IncrementLaterAsync));
await MeasureAsync($"{GrainsCount} grains, all calls at once", ManyAtOnceAsync);
await MeasureAsync($"{GrainsCount} grains, {Environment.ProcessorCount * 8} callers", CallersAsync);
await host.StopAsync();

static async Task OneByOneAsync(Func<long, Task<long>> call)
{
    for (var count = 0; count < CallsCount; count++)
    {
        await call(1);
    }
}

async Task ManyAtOnceAsync()
{
    var calls = new Task[GrainsCount];
    for (var count = 0; count < CallsCount; count += GrainsCount)
    {
        for (var grain = 0; grain < GrainsCount; grain++)
        {
            calls[grain] = many[grain].IncrementAsync(1);
        }

        await Task.WhenAll(calls);
    }
}

async Task CallersAsync()
{
    var callersCount = Environment.ProcessorCount * 8;
    await Task.WhenAll(Enumerable.Range(0, callersCount).Select(caller => Task.Run(async () =>
    {
        for (var count = 0; count < CallsCount / callersCount; count++)
        {
            await many[((count * callersCount) + caller) % GrainsCount].IncrementAsync(1);
        }
    })));
}

static async Task MeasureAsync(string name, Func<Task> actAsync)
{
    await Task.Run(actAsync);
    var rounds = new List<double>();
    var bytes = GC.GetTotalAllocatedBytes();
    for (var round = 0; round < RoundsCount; round++)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.Run(actAsync);
        rounds.Add(Stopwatch.GetElapsedTime(started).TotalNanoseconds / CallsCount);
    }

    bytes = (GC.GetTotalAllocatedBytes() - bytes) / RoundsCount / CallsCount;
    rounds.Sort();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-40} best {rounds[0],7:0} ns   median {rounds[RoundsCount / 2],7:0} ns   {bytes,5} bytes"));
}
