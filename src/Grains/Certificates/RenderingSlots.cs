using System.Diagnostics;
using CmeOrleans.Grains.Figures;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Lets so many renderings run at the same time, off the turns of the grains; the others wait.</summary>
internal sealed class RenderingSlots(int renderingsMax) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(renderingsMax);

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
