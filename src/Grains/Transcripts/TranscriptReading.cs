using CmeOrleans.Domain.Transcripts;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Transcripts;

/// <summary>Reads the lines of a transcript page by page, all of one version of the ledger.</summary>
internal sealed class TranscriptReading(TranscriptQuery query, Func<ClaimQuery, Task<ClaimPage?>> readPageAsync)
{
    public const int AttemptsMax = 5;

    private const int PageLimit = 200;

    private readonly List<TranscriptLine> _lines = [];

    /// <summary>The lines that were read, in the order of their claims.</summary>
    public IReadOnlyList<TranscriptLine> Lines => _lines;

    /// <summary>The version of the ledger that all of them are of.</summary>
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

        throw new StorageUnavailableException($"A ledger was written {AttemptsMax} times while its transcript was read.");
    }

    /// <returns><see langword="null"/> when a page is of another version than the first: claims of one and of the other do not make a transcript.</returns>
    private async Task<TranscriptReadingEnd?> TryRunAsync()
    {
        _lines.Clear();
        string? after = null;
        do
        {
            if (await readPageAsync(new() { Sort = "claimedAt", Limit = PageLimit, After = after }) is not { } page)
            {
                return TranscriptReadingEnd.NoLedger;
            }

            if (after is not null && page.Version != Version)
            {
                return null;
            }

            _lines.AddRange(page.Items.SelectMany(TranscriptLines.Of).Where(line => TranscriptLines.IsIn(query, line)));
            if (_lines.Count > TranscriptContent.TopicsMax)
            {
                return TranscriptReadingEnd.TooLong;
            }

            (after, Version) = (page.Next, page.Version);
        }
        while (after is not null);

        return TranscriptReadingEnd.Whole;
    }
}

/// <summary>How the reading of a transcript ended.</summary>
internal enum TranscriptReadingEnd
{
    None = 0,

    /// <summary>All lines were read.</summary>
    Whole = 1,

    /// <summary>The learner has no ledger.</summary>
    NoLedger = 2,

    /// <summary>There are more lines than a transcript lists.</summary>
    TooLong = 3,
}
