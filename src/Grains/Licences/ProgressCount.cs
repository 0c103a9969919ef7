using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Interfaces.Transcripts;

namespace CmeOrleans.Grains.Licences;

/// <summary>What was read of a learner, as the rules of requirements take it and as it is shown.</summary>
internal sealed class ProgressCount
{
    private const int CreditsMax = 500;

    /// <summary>What was completed so long before a cycle is not worth saying that it lies before it.</summary>
    public const int MonthsBeforeCycleMax = 12;

    // By the object, not by what it says: two parts of one claimable credit may say the same.
    private readonly Dictionary<CountableCredit, ProgressCreditView> _views = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<CountableCredit> _credits;

    public ProgressCount(ProgressReading reading, CreditTypePack types, Profession profession)
    {
        _credits =
        [
            .. reading.Claimed.Select(line => Add(ToCredit(line), ToView(line))),
            .. reading.Available
                .Where(credit => types.TryFind(credit.CreditType, out _))
                .Select(credit => Add(ToCredit(credit, types[credit.CreditType].CertificateKindFor(profession)), ToView(credit))),
        ];
    }

    /// <summary>How far a licence is.</summary>
    /// <param name="licence">The licence.</param>
    /// <param name="requirement">What it asks for; none if that is no longer known.</param>
    /// <param name="today">In UTC.</param>
    /// <param name="withCredits">Whether each credit is to be listed.</param>
    public LicenceProgress Count(Licence licence, Requirement? requirement, DateOnly today, bool withCredits)
    {
        var daysLeft = licence.CycleEndsOn.DayNumber - today.DayNumber;
        if (requirement is null)
        {
            return new() { Licence = licence, DaysLeft = daysLeft };
        }

        var cycle = requirement.CycleEndingOn(licence.CycleEndsOn);
        var shownFrom = cycle.From.AddMonths(-MonthsBeforeCycleMax);
        var progress = RequirementProgress.Of(requirement, cycle, [.. _credits.Where(credit => credit.CompletedOn >= shownFrom)]);
        var shown = withCredits ? progress.Credits : [];
        return new()
        {
            Licence = licence,
            Requirement = RequirementViews.ToView(requirement),
            CycleFrom = cycle.From,
            DaysLeft = daysLeft,
            Buckets =
            [
                .. progress.Buckets.Select(bucket => new BucketProgressView
                {
                    Bucket = RequirementViews.ToView(bucket.Bucket),
                    CountedHundredths = bucket.Counted.Hundredths,
                    ClaimableHundredths = bucket.Claimable.Hundredths,
                    MissingHundredths = bucket.Missing.Hundredths,
                }),
            ],
            Claimable =
            [
                .. progress.Credits.Where(judged => judged.Standing is CreditStanding.Claimable)
                    .GroupBy(judged => judged.Credit.CreditType, StringComparer.Ordinal)
                    .Select(type => new ClaimableTypeView { CreditType = type.Key, AmountHundredths = type.Sum(judged => judged.Credit.Amount.Hundredths) })
                    .OrderByDescending(type => type.AmountHundredths)
                    .ThenBy(type => type.CreditType, StringComparer.Ordinal),
            ],
            Credits = [.. shown.OrderByDescending(judged => judged.Credit.CompletedOn).Take(CreditsMax).Select(ToView)],
            CreditsLeftOutCount = Math.Max(0, shown.Length - CreditsMax),
        };
    }

    private CountableCredit Add(CountableCredit credit, ProgressCreditView view)
    {
        _views.Add(credit, view);
        return credit;
    }

    private ProgressCreditView ToView(JudgedCredit judged) =>
        _views[judged.Credit] with { Standing = judged.Standing.ToApiName(), BucketIds = judged.BucketIds };

    private static CountableCredit ToCredit(TranscriptLine line) => new(
        line.CreditType,
        KeyOf(line.CourseId, line.TopicId, line.CompletedOn),
        line.CompletedOn,
        CreditAmount.FromHundredths(line.AmountHundredths),
        IsAwarded: CertificateKindNames.TryParse(line.Kind, out var kind) && kind is CertificateKind.Participation,
        IsClaimed: true);

    private static CountableCredit ToCredit(CreditView credit, CertificateKind kind) => new(
        credit.CreditType,
        KeyOf(credit.CourseId, credit.TopicId, credit.CompletedOn),
        credit.CompletedOn,
        CreditAmount.FromHundredths(credit.AvailableHundredths),
        IsAwarded: kind is CertificateKind.Participation,
        IsClaimed: false);

    private static ProgressCreditView ToView(TranscriptLine line) => new()
    {
        CompletedOn = line.CompletedOn,
        CourseId = line.CourseId,
        CourseTitle = line.CourseTitle,
        TopicId = line.TopicId,
        TopicTitle = line.TopicTitle,
        CreditType = line.CreditType,
        AmountHundredths = line.AmountHundredths,
        Standing = "",
        ClaimId = line.ClaimId,
    };

    private static ProgressCreditView ToView(CreditView credit) => new()
    {
        CompletedOn = credit.CompletedOn,
        CourseId = credit.CourseId,
        CourseTitle = credit.CourseTitle,
        TopicId = credit.TopicId,
        TopicTitle = credit.TopicTitle,
        CreditType = credit.CreditType,
        AmountHundredths = credit.AvailableHundredths,
        Standing = "",
    };

    // A topic is earned once on a day, whatever types it is worth.
    private static string KeyOf(string courseId, string topicId, DateOnly completedOn) =>
        string.Create(CultureInfo.InvariantCulture, $"{courseId}/{topicId}/{completedOn:yyyy-MM-dd}");
}
