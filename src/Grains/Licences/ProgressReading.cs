using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Transcripts;

namespace CmeOrleans.Grains.Licences;

/// <summary>Reads what a learner holds and what can still be claimed, page by page, all of one version of the ledger.</summary>
/// <remarks>Of two versions, a credit that was claimed in between would count twice or not at all.</remarks>
/// <param name="from">Nothing completed before this day is read.</param>
/// <param name="readCreditsAsync">Reads a page of credits; none if the learner has no ledger.</param>
/// <param name="readClaimsAsync">Reads a page of claims.</param>
internal sealed class ProgressReading(
    DateOnly from, Func<CreditQuery, Task<CreditPage?>> readCreditsAsync, Func<ClaimQuery, Task<ClaimPage?>> readClaimsAsync)
{
    public const int AttemptsMax = 5;
    public const int ItemsMax = 10_000;

    private const int PageLimit = 200;

    // A completion is dated in the zone of its provider, a claim in UTC.
    private const int ZoneDays = 2;

    private readonly List<TranscriptLine> _claimed = [];
    private readonly List<CreditView> _available = [];

    /// <summary>What was claimed and is still held, newest claim first.</summary>
    public IReadOnlyList<TranscriptLine> Claimed => _claimed;

    /// <summary>What can be claimed, newest first.</summary>
    public IReadOnlyList<CreditView> Available => _available;

    /// <summary>The version of the ledger that all of it is of.</summary>
    public long Version { get; private set; }

    /// <summary>Reads everything, and begins again when the ledger was written meanwhile.</summary>
    /// <exception cref="StorageUnavailableException">The ledger was written at each of the attempts.</exception>
    public async Task<TranscriptReadingEnd> RunAsync()
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            if (await TryRunAsync() is { } end)
            {
                return end;
            }
        }

        throw new StorageUnavailableException($"A ledger was written {AttemptsMax} times while its progress was read.");
    }

    /// <returns><see langword="null"/> when a page is of another version than the first.</returns>
    private async Task<TranscriptReadingEnd?> TryRunAsync()
    {
        _claimed.Clear();
        _available.Clear();
        if (await readCreditsAsync(CreditsAfter(null)) is not { } first)
        {
            return TranscriptReadingEnd.NoLedger;
        }

        Version = first.Version;
        return await TryReadAvailableAsync(first) && await TryReadClaimedAsync()
            ? _claimed.Count + _available.Count > ItemsMax ? TranscriptReadingEnd.TooLong : TranscriptReadingEnd.Whole
            : null;
    }

    private async Task<bool> TryReadAvailableAsync(CreditPage first)
    {
        for (var page = first; ;)
        {
            _available.AddRange(page.Items.Where(credit => credit.CompletedOn >= from));
            var isPast = page.Items is [.., var last] && last.CompletedOn < from.AddDays(-ZoneDays);
            if (isPast || page.Next is not { } next || _available.Count > ItemsMax)
            {
                return true;
            }

            if (await readCreditsAsync(CreditsAfter(next)) is not { } following || following.Version != Version)
            {
                return false;
            }

            page = following;
        }
    }

    private async Task<bool> TryReadClaimedAsync()
    {
        string? after = null;
        do
        {
            var page = await readClaimsAsync(new() { Sort = "-claimedAt", Limit = PageLimit, After = after });
            if (page?.Version != Version)
            {
                return false;
            }

            _claimed.AddRange(page.Items.SelectMany(TranscriptLines.Of).Where(line => line.CompletedOn >= from));

            // Nothing is claimed before it is completed, so that earlier claims hold nothing of these days.
            var isPast = page.Items is [.., var last] && DateOnly.FromDateTime(last.ClaimedAt.UtcDateTime) < from.AddDays(-ZoneDays);
            after = isPast ? null : page.Next;
        }
        while (after is not null && _claimed.Count <= ItemsMax);

        return true;
    }

    private static CreditQuery CreditsAfter(string? position) =>
        new() { Status = "available", Sort = "-earnedAt", Limit = PageLimit, After = position };
}
