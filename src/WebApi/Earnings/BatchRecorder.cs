using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>Records the items of a batch: learners side by side, up to a bound; the items of one learner one after another.</summary>
internal sealed partial class BatchRecorder(IGrainFactory grains, CommandsInFlight running, ILogger<BatchRecorder> logger) : IDisposable
{
    /// <summary>How many learners of one batch are worked on at once: enough to fill the journal's groups, no more than one client's share.</summary>
    public const int LearnersMax = 128;

    // Many batches at once wait here, where waiting costs nothing, and not in front of the store, where it runs into deadlines.
    private const int LearnersOfNodeMax = 256;

    private readonly SemaphoreSlim _learnersOfNode = new(LearnersOfNodeMax);

    public async Task<BatchItemResponse[]> RecordAsync(IReadOnlyList<BatchEntry> entries, Caller caller, string traceId)
    {
        var answers = new BatchItemResponse[entries.Count];
        var byLearner = Enumerable.Range(0, entries.Count).GroupBy(index => entries[index].Item?.LearnerId ?? "", StringComparer.Ordinal);
        await Parallel.ForEachAsync(byLearner, new ParallelOptions { MaxDegreeOfParallelism = LearnersMax }, async (indexes, _) =>
        {
            await _learnersOfNode.WaitAsync(CancellationToken.None);
            try
            {
                foreach (var index in indexes)
                {
                    answers[index] = await RecordAsync(entries[index], caller, traceId);
                }
            }
            finally
            {
                _learnersOfNode.Release();
            }
        });
        return answers;
    }

    public void Dispose() => _learnersOfNode.Dispose();

    private async ValueTask<BatchItemResponse> RecordAsync(BatchEntry entry, Caller caller, string traceId)
    {
        try
        {
            var answer = await EarnAsync(entry, caller);
            return answer.Outcome is Outcome.Done or Outcome.Repeated
                ? new(entry.Key, StatusCodes.Status201Created, answer.Value!.EarningId, null)
                : Refused(entry, CommandAnswers.ProblemOf(answer), traceId);
        }
        catch (Exception exception)
        {
            // Each item stands alone: a fault is the answer of its item, as it would be of a request of its own.
            var problem = FaultProblems.Of(exception);
            if (problem.Type == ProblemTypes.InternalError)
            {
                LogFault(exception, traceId);
            }

            return Refused(entry, problem, traceId);
        }
    }

    private async ValueTask<Answer<EarnReceipt>> EarnAsync(BatchEntry entry, Caller caller)
    {
        if (entry.Item is not { } item)
        {
            throw new ProblemException(entry.Fault!);
        }

        var errors = new RequestErrors();
        var key = errors.Required(item.Key, "/key");
        if (item.Key is not null && !IdempotencyKey.IsValid(key))
        {
            errors.Add("/key", "idempotency-key-invalid", ProblemTypes.IdempotencyKeyInvalid.Explanation);
        }

        var learnerId = errors.Required(item.LearnerId, "/learnerId");
        var command = item.ToEarning().ToCommand(key, caller, errors);
        errors.ThrowIfAny();
        if (!Ids.IsValid(learnerId))
        {
            throw new ProblemException(Problem.NotFound);
        }

        using var entered = running.Enter(learnerId, caller.Tenant, key);
        return await grains.GetGrain<ILearnerGrain>(learnerId).EarnAsync(command);
    }

    private static BatchItemResponse Refused(BatchEntry entry, Problem problem, string traceId) =>
        new(entry.Key, problem.Status, null, ProblemDocument.From(problem, traceId));

    [LoggerMessage(LogLevel.Error, "An item of a batch met a fault (trace {TraceId}).")]
    private partial void LogFault(Exception exception, string traceId);
}
