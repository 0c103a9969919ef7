namespace CmeOrleans.Grains.Mail;

/// <summary>Tells this node's delivery that a mail came in, so that it need not wait for the next look. Rings are not counted.</summary>
public sealed class MailBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is ringing already.
        }
    }

    /// <summary>Waits for a ring, at most for <paramref name="time"/>.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => _rung.WaitAsync(time, cancellationToken);

    public void Dispose() => _rung.Dispose();
}
