using System.Diagnostics;
using CmeOrleans.Grains.Figures;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Lets so many renderings of this node run at the same time, off the turns of the grains.</summary>
public sealed class RenderingGate(IOptions<CertificateOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.RenderingsMax);

    public async Task<byte[]> RunAsync(Func<byte[]> render)
    {
        await _slots.WaitAsync();
        try
        {
            var startedAt = Stopwatch.GetTimestamp();
            var document = await Task.Run(render);
            LedgerMeter.RecordRendering(Stopwatch.GetElapsedTime(startedAt));
            return document;
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
