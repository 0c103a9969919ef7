using System.Collections.Immutable;
using System.Diagnostics;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Transcripts;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Licences;

/// <inheritdoc cref="IProgressGrain"/>
[StatelessWorker]
public sealed class ProgressGrain(RequirementPack requirements, CreditTypePack types, TimeProvider time) : Grain, IProgressGrain
{
    private string LearnerId => this.GetPrimaryKeyString();

    public async Task<Answer<LearnerProgress>> ReadAsync(ProgressQuery query)
    {
        var learner = GrainFactory.GetGrain<ILearnerGrain>(LearnerId);
        if (await learner.GetProfileAsync() is not { } profile
            || await GrainFactory.GetGrain<ILicencesGrain>(LearnerId).GetAsync() is not { } licences)
        {
            return Answers.NotFound<LearnerProgress>();
        }

        ImmutableArray<Licence> asked = [.. licences.Value.Items.Where(licence => query.LicenceId is null || licence.LicenceId == query.LicenceId)];
        if (query.LicenceId is not null && asked.IsEmpty)
        {
            return Answers.NotFound<LearnerProgress>();
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (asked.IsEmpty)
        {
            return await learner.GetBalanceAsync() is { } balance
                ? Answers.Done(new LearnerProgress { On = today, Version = balance.Version })
                : Answers.NotFound<LearnerProgress>();
        }

        var reading = new ProgressReading(FirstDayOf(asked, today), learner.GetCreditsAsync, learner.GetClaimsAsync);
        return await reading.RunAsync() switch
        {
            TranscriptReadingEnd.Whole => Answers.Done(Count(asked, reading, profile.Value, today, query.WithCredits)),
            TranscriptReadingEnd.TooLong => Answers.Refused<LearnerProgress>(
                "too-much-to-count", $"More than {ProgressReading.ItemsMax} topics lie in the cycles of these licences."),
            TranscriptReadingEnd.NoLedger => Answers.NotFound<LearnerProgress>(),
            var end => throw new UnreachableException($"A reading does not end with {end}."),
        };
    }

    private LearnerProgress Count(ImmutableArray<Licence> licences, ProgressReading reading, LearnerProfile profile, DateOnly today, bool withCredits)
    {
        var profession = ProfessionNames.TryParse(profile.Profession, out var known) ? known : Profession.Other;
        var count = new ProgressCount(reading, types, profession);
        return new()
        {
            On = today,
            Version = reading.Version,
            Items = [.. licences.Select(licence => count.Count(licence, RequirementOf(licence), today, withCredits))],
        };
    }

    private DateOnly FirstDayOf(ImmutableArray<Licence> licences, DateOnly today) => licences
        .Select(licence => RequirementOf(licence)?.CycleEndingOn(licence.CycleEndsOn).From.AddMonths(-ProgressCount.MonthsBeforeCycleMax) ?? today)
        .Min();

    private Requirement? RequirementOf(Licence licence) => requirements.TryFind(licence.RequirementId, out var requirement) ? requirement : null;
}
