using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Checkpoints;

/// <inheritdoc cref="IExpirySweepGrain"/>
/// <remarks>
/// Finds ledgers by the claim-by dates in the course entries. A ledger decides for itself what has expired, so a sweep may
/// look at one too often but never expires anything early.
/// </remarks>
public sealed partial class ExpirySweepGrain(
    [PersistentState(EntityStates.ExpirySweep)] IPersistentState<ExpirySweepState> state,
    ICourseEntryReader entries,
    TimeProvider time,
    ILogger<ExpirySweepGrain> logger) : Grain, IExpirySweepGrain, IRemindable
{
    private const string Reminder = "expiry-sweep";
    private const int LedgersPerPage = 500;
    private const int LedgersAtOnce = 32;

    // The last place on earth to end a day does so twelve hours after UTC.
    private const int DaysUntilOverEverywhere = 2;

    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private readonly Entity<ExpirySweepState> _entity = new(state, StateWatch.None);

    public Task StartAsync() => this.RegisterOrUpdateReminder(Reminder, TimeSpan.FromMinutes(1), Period);

    public Task ReceiveReminder(string reminderName, TickStatus status) => SweepAsync();

    public async Task<int> SweepAsync()
    {
        var from = (await _entity.ReadAsync())?.SweptBefore ?? DateOnly.MinValue;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var ledgersCount = 0;
        var areAllDone = true;
        string? after = null;
        do
        {
            var page = await entries.ListLedgersDueAsync(from, today, after, LedgersPerPage, CancellationToken.None);
            foreach (var some in page.Chunk(LedgersAtOnce))
            {
                areAllDone &= (await Task.WhenAll(some.Select(ExpireAsync))).All(isDone => isDone);
            }

            ledgersCount += page.Length;
            after = page.Length == LedgersPerPage ? page[^1] : null;
        }
        while (after is not null);

        if (!areAllDone)
        {
            return ledgersCount;
        }

        var sweptBefore = today.AddDays(-DaysUntilOverEverywhere);
        await _entity.WriteAsync(ifMatch: null, current => current?.SweptBefore >= sweptBefore ? current : new() { SweptBefore = sweptBefore });
        return ledgersCount;
    }

    /// <returns>Whether nothing that has expired is left to write down.</returns>
    private async Task<bool> ExpireAsync(string ledgerId)
    {
        try
        {
            return await GrainFactory.GetGrain<ILearnerGrain>(ledgerId).ExpireAsync();
        }
        catch (Exception exception) when (exception
            is LedgerRowUnreadableException or InvariantViolationException or LedgerRowRefusedException
            or StorageUnavailableException or TimeoutException or OrleansException)
        {
            // One ledger that does not answer must not keep the others waiting. The sweep looks at it again.
            LogLedgerUnreadable(exception, ledgerId);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Ledger {LedgerId} did not answer; the sweep goes on without it and looks again.")]
    private partial void LogLedgerUnreadable(Exception exception, string ledgerId);
}
