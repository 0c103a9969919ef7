using Microsoft.Extensions.Options;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Lets so many renderings of this node run at the same time, off the turns of the grains.</summary>
public sealed class RenderingGate(IOptions<CertificateOptions> options) : IDisposable
{
    private readonly RenderingSlots _slots = new(options.Value.RenderingsMax);

    public Task<byte[]> RunAsync(Func<byte[]> render) => _slots.RunAsync(render);

    public void Dispose() => _slots.Dispose();
}
