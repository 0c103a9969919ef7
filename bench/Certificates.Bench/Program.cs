// Certificates per second, on one thread and on two. The figure per second of processor time counts for comparing
// machines and runs: it leaves out what other programs took meanwhile.
using System.Diagnostics;
using CmeOrleans.Certificates;
using CmeOrleans.Certificates.Bench;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

const int warmUpCount = 300;
const int certificatesCount = 2_000;

var pack = CreditTypePack.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "credit-types.json")));
using var services = new ServiceCollection()
    .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
    .AddSingleton(pack)
    .AddCertificates()
    .BuildServiceProvider();
var renderer = services.GetRequiredService<ICertificateRenderer>();
var content = SampleCertificate.Create();
for (var count = 0; count < warmUpCount; count++)
{
    renderer.Render(content);
}

Console.WriteLine($"{content.Topics.Length} topics, {renderer.Render(content).Length:N0} bytes");
foreach (var threadsCount in (int[])[1, 2])
{
    var processorTimeBefore = Environment.CpuUsage.TotalTime;
    var watch = Stopwatch.StartNew();
    var threads = Enumerable.Range(0, threadsCount).Select(_ => new Thread(() => Render(certificatesCount / threadsCount))).ToArray();
    Array.ForEach(threads, thread => thread.Start());
    Array.ForEach(threads, thread => thread.Join());
    var processorTime = Environment.CpuUsage.TotalTime - processorTimeBefore;
    Console.WriteLine(
        $"{threadsCount} threads: {certificatesCount / watch.Elapsed.TotalSeconds:N0} per second, "
        + $"{certificatesCount / processorTime.TotalSeconds:N0} per second of processor time");
}

void Render(int count)
{
    for (var done = 0; done < count; done++)
    {
        renderer.Render(content);
    }
}
