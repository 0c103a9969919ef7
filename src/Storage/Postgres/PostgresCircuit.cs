using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Postgres;

/// <summary>
/// When the server does not answer, refuses calls at once for a moment and then lets one call find out. So hundreds of
/// callers do not each wait for a server that is not there.
/// </summary>
internal sealed class PostgresCircuit(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private bool _isOpen;
    private bool _isProbing;
    private long _openedTimestamp;
    private long _answeredTimestamp = time.GetTimestamp();

    /// <summary>Asks to call. Who may, reports how it went and in any case leaves.</summary>
    /// <exception cref="StorageUnavailableException">The server did not answer a moment ago.</exception>
    public Visit Enter()
    {
        lock (_gate)
        {
            if (!_isOpen)
            {
                return new(time.GetTimestamp(), IsProbe: false);
            }

            if (_isProbing || time.GetElapsedTime(_openedTimestamp) < Pause)
            {
                throw new StorageUnavailableException("PostgreSQL did not answer a moment ago.");
            }

            _isProbing = true;
            return new(time.GetTimestamp(), IsProbe: true);
        }
    }

    /// <summary>The server answered, be it with an error.</summary>
    public void ReportAnswer()
    {
        lock (_gate)
        {
            _isOpen = false;
            _answeredTimestamp = time.GetTimestamp();
        }
    }

    /// <summary>The server did not answer this call. That it answered another meanwhile makes this one slow, not the server dead.</summary>
    public void ReportSilence(Visit visit)
    {
        lock (_gate)
        {
            if (_answeredTimestamp <= visit.EnteredTimestamp)
            {
                _isOpen = true;
                _openedTimestamp = time.GetTimestamp();
            }
        }
    }

    public void Leave(Visit visit)
    {
        if (visit.IsProbe)
        {
            lock (_gate)
            {
                _isProbing = false;
            }
        }
    }

    /// <param name="IsProbe">Whether this call is the one that finds out for all.</param>
    internal readonly record struct Visit(long EnteredTimestamp, bool IsProbe);
}
