using System.Runtime.InteropServices;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Lets this node make one paper at a time of those that are not kept, transcripts and copies for boards, and only a few wait.</summary>
/// <remarks>
/// They are made anew for whoever asks, so they have a gate apart from that of certificates, which must not wait behind
/// them. A learner has a second place, for a click that is repeated while the first paper is still made.
/// </remarks>
public sealed class UnkeptPaperGate : IDisposable
{
    /// <summary>How many such papers of this node are made or wait.</summary>
    public const int PlacesMax = 8;

    /// <summary>How many of them are one learner's.</summary>
    public const int PlacesOfLearnerMax = 2;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Lock _counting = new();
    private readonly RenderingSlots _slot = new(renderingsMax: 1);
    private int _placesCount;

    /// <summary>Runs the work in one of the places, which is free again when it ends.</summary>
    /// <exception cref="LimitExceededException">All places are taken, or all that this learner may have.</exception>
    public async Task<T> HoldPlaceAsync<T>(string learnerId, Func<Task<T>> work)
    {
        TakePlace(learnerId);
        try
        {
            return await work();
        }
        finally
        {
            GiveBack(learnerId);
        }
    }

    /// <summary>Renders off the turn of the grain, when no other such paper is rendered.</summary>
    public Task<byte[]> RenderAsync(Func<byte[]> render) => _slot.RunAsync(render);

    public void Dispose() => _slot.Dispose();

    private void TakePlace(string learnerId)
    {
        lock (_counting)
        {
            if (_placesCount >= PlacesMax || _places.GetValueOrDefault(learnerId) >= PlacesOfLearnerMax)
            {
                throw new LimitExceededException($"{_placesCount} papers that are not kept are made or wait on this node.");
            }

            _placesCount++;
            CollectionsMarshal.GetValueRefOrAddDefault(_places, learnerId, out _)++;
        }
    }

    private void GiveBack(string learnerId)
    {
        lock (_counting)
        {
            _placesCount--;
            if (--CollectionsMarshal.GetValueRefOrNullRef(_places, learnerId) == 0)
            {
                _places.Remove(learnerId);
            }
        }
    }
}
